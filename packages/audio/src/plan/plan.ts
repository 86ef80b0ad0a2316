import { is, toText, walk, type PreparedReport, type ReportNode } from '@everyread/core';
import { visitNode } from '../nodes/table-of-nodes.js';
import { Planner, type PlannerSettings } from './planner.js';
import { lexiconFromMeta } from '../say/lexicon.js';
import type { UnitFile } from './unit.js';

/** The id of the clip that holds the title, subtitle and publisher. */
export const titleId = 'report-title';

/**
 * Lists everything that is to be spoken, in reading order: the opening, then one file for each main section, its
 * notes at its end.
 *
 * @param report - prepared with `sentences: true`
 */
export function planSpeech(report: PreparedReport, settings: PlannerSettings): UnitFile[] {
  const files: UnitFile[] = [];
  const withOwn = { ...settings, lexicon: [...lexiconFromMeta(report.meta.lexicon), ...settings.lexicon] };
  const noteOf = new Map(report.notes.map((note) => [note.number, note]));
  const read = new Set<number>();

  const fileOf = (nodes: readonly ReportNode[], head: { title: string; sectionId?: string }, opening: boolean): void => {
    const planner = new Planner(report, withOwn, visitNode);
    if (opening) sayTitle(planner);
    planner.each(nodes);
    readNotes(planner);
    planner.pause(settings.pauses.section);
    if (planner.units.length > 0) files.push({ ...head, units: planner.units });
  };

  const readNotes = (planner: Planner): void => {
    // A note may hold marks of its own: the list grows while it is read.
    for (let index = 0; index < planner.dueNotes.length; index += 1) {
      const note = noteOf.get(planner.dueNotes[index]!);
      if (note === undefined || read.has(note.number)) continue;
      read.add(note.number);
      planner.visit(note.definition, planner);
    }
  };

  const top = report.root.children as ReportNode[];
  const first = top.findIndex((node) => is(node, 'section'));
  const cut = first < 0 ? top.length : first;
  fileOf(top.slice(0, cut), { title: report.meta.title }, true);
  let loose: ReportNode[] = [];
  for (const node of top.slice(cut)) {
    if (!is(node, 'section')) {
      loose.push(node);
      continue;
    }
    flush();
    const heading = node.children.find((child) => is(child, 'heading'));
    fileOf([node], { title: heading ? toText(heading) : '', sectionId: node.id }, false);
  }
  flush();
  const orphans = report.notes.filter((note) => !read.has(note.number)).map((note) => note.definition);
  if (orphans.length > 0) fileOf(orphans, { title: report.words.notes }, false);
  return files;

  /** Blocks between main sections, such as a passage in another language. */
  function flush(): void {
    // A passage in another language may have a heading of its own.
    let heading: ReportNode | undefined;
    walk(loose, (node) => void (heading ??= is(node, 'heading') ? node : undefined));
    const title = (heading ? toText(heading) : toText(loose).slice(0, 60)) || report.meta.title;
    if (loose.length > 0) fileOf(loose, { title }, false);
    loose = [];
  }
}

function sayTitle(planner: Planner): void {
  const { title, subtitle, author, publisher } = planner.meta;
  const by = publisher ?? author;
  const parts = [title, subtitle, by === undefined ? undefined : by].filter((part) => part !== undefined && part !== '');
  planner.say(titleId, `${parts.join('. ')}.`, { kind: 'title', pauseMs: planner.pauses.section });
  if (planner.report.contact) planner.each([planner.report.contact]);
  planner.pause(planner.pauses.section);
}
