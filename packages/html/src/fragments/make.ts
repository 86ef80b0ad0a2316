import {
  is,
  partEdges,
  resolveTheme,
  type FootnoteReference,
  walk,
  type Note,
  type PreparedReport,
  type ReportNode,
  type TableCell,
} from '@everyread/core';
import type { Nodes as MdastNodes, Parents, Root as MdastRoot } from 'mdast';
import { toHast, type Handler, type State } from 'mdast-util-to-hast';
import { handlers as ownHandlers } from '../nodes/handlers.js';
import { notesList } from '../nodes/footnote-definition.js';
import type { CellPlace, ElementContent, Fragment, FragmentContext, FragmentOptions, FragmentPlan, HandlerResult } from './context.js';
import { ownWords, wordsLanguage } from './own-words.js';
import { freeId, idsIn, planFragments } from './plan.js';
import { sourceComment } from './source-comment.js';

/**
 * Makes the HTML of a report, a piece for each main section: the one place where EPUB, MOBI, DAISY, eBraille and
 * the HTML edition get theirs. The pieces are hast (https://github.com/syntax-tree/hast): print them with
 * `toXhtml()` or hast-util-to-html.
 *
 * @param report - a prepared report; with `sentence` nodes their ids are kept
 * @param options - see `FragmentOptions`
 */
export function makeFragments(report: PreparedReport, options: FragmentOptions = {}): Fragment[] {
  const where = options.notes ?? (report.edition.notes === 'section' ? 'section' : 'end');
  const parts = planFragments(report, where === 'end');
  // Notes that nothing marks are all that some reports hold.
  const plans = parts.length > 0 ? parts : planFragments(report);
  const sectionNotes = where === 'section' ? notesBySection(plans, report) : plans.map((): Note[] => []);
  const files = fileIndex(plans, options, sectionNotes);
  const shared = { counts: new Map<string, number>(), seen: new Set<string>(), cells: new WeakMap<TableCell, CellPlace>() };
  const settled: FragmentOptions = {
    ...options,
    charts: options.charts ?? { palette: resolveTheme(report.meta.theme, 4.5).light, widthsPx: [640], textSizePx: 16 },
  };
  // Landmarks of one page need names of their own (ARIA 1.2, 5.3.4).
  const several = options.file === undefined && sectionNotes.filter((notes) => notes.length > 0).length > 1;
  return plans.map((plan, index) => {
    const here = options.file?.(plan) ?? '';
    const href = (id: string): string | undefined => {
      const file = files.get(id);
      return file === undefined ? undefined : `${file === here ? '' : file}#${encodeURIComponent(id)}`;
    };
    const nodes: { type: string }[] = [...plan.nodes];
    if (plan.kind === 'notes')
      nodes.splice(0, nodes.length, { type: 'noteList', notes: report.notes, id: plan.id, title: report.words.notes } as NoteListNode);
    else {
      const notes = sectionNotes[index]!;
      if (notes.length > 0)
        nodes.push({
          type: 'noteList',
          notes,
          title: several && plan.title ? `${report.words.notes}: ${plan.title}` : report.words.notes,
        } as NoteListNode);
    }
    return { ...plan, children: convert(report, settled, { ...shared, href }, nodes) };
  });
}

/** The file in which each place is. */
function fileIndex(plans: readonly FragmentPlan[], options: FragmentOptions, sectionNotes: readonly Note[][]): Map<string, string> {
  const files = new Map<string, string>();
  for (const [index, plan] of plans.entries()) {
    const file = options.file?.(plan) ?? '';
    for (const id of idsIn(plan)) files.set(id, file);
    for (const note of sectionNotes[index]!) for (const id of idsIn({ id: note.id, nodes: [note.definition] })) files.set(id, file);
  }
  return files;
}

/** The notes of each fragment: those whose first mark is in it or in one of its notes; the last has those that nothing marks. */
function notesBySection(plans: readonly FragmentPlan[], report: PreparedReport): Note[][] {
  const left = new Set(report.notes);
  const bySection = plans.map((plan) => {
    const marks = marksIn(plan.nodes);
    const own: Note[] = [];
    // A note may hold marks of its own; it comes before what it marks.
    for (const note of report.notes) {
      if (note.referenceIds[0] === undefined || !marks.has(note.referenceIds[0])) continue;
      own.push(note);
      left.delete(note);
      for (const mark of marksIn([note.definition])) marks.add(mark);
    }
    return own;
  });
  // A fragment of notes has them all.
  if (plans.at(-1)?.kind !== 'notes') bySection.at(-1)?.push(...left);
  return bySection;
}

function marksIn(nodes: readonly ReportNode[]): Set<string> {
  const marks = new Set<string>();
  walk(nodes, (node) => {
    if (is(node, 'footnoteReference')) marks.add((node as FootnoteReference).id ?? '');
  });
  return marks;
}

/** The notes of a fragment as a node of the tree, so that they are converted with it. */
interface NoteListNode {
  type: 'noteList';
  notes: readonly Note[];
  id?: string;
  title: string;
}

interface Shared {
  counts: Map<string, number>;
  seen: Set<string>;
  cells: WeakMap<TableCell, CellPlace>;
  href: (id: string) => string | undefined;
}

/** What is for some readers or formats alone is printed like anything else: comments say where it begins and ends. */
function withPartEdges(node: ReportNode, result: HandlerResult): HandlerResult {
  const { begins, ends } = partEdges(node);
  if (begins.length === 0 && ends === 0) return result;
  return [
    ...begins.map((part) => sourceComment('begin', { type: part.type, ...part.fields })),
    ...(result === undefined ? [] : [result].flat()),
    ...Array.from({ length: ends }, () => sourceComment('end')),
  ];
}

/** Runs mdast-util-to-hast with one handler for each node of the node table. */
function convert(report: PreparedReport, options: FragmentOptions, shared: Shared, nodes: readonly { type: string }[]): ElementContent[] {
  const table = { ...ownHandlers, ...options.handlers } as Record<string, (node: ReportNode, context: FragmentContext) => HandlerResult>;
  const language = wordsLanguage(report.words, report.meta.lang);
  const base = {
    report,
    options,
    words: report.words,
    wordsLanguage: language,
    own: (text: string) => ownWords(text, language),
    href: shared.href,
    cells: shared.cells,
    unique(prefix: string): string {
      const n = (shared.counts.get(prefix) ?? 0) + 1;
      shared.counts.set(prefix, n);
      return freeId(report, `${prefix}-${n}`);
    },
    role: (name: string): Record<string, string> => ({ role: `doc-${name}`, ...(options.epub ? { 'epub:type': name } : {}) }),
    data(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
      if (!options.sourceData) return {};
      const found = Object.entries(values).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== '');
      return Object.fromEntries(found.map(([name, value]) => [`data${name[0]!.toUpperCase()}${name.slice(1)}`, value]));
    },
    first(kind: string, name: string): boolean {
      const key = `${kind} ${name}`;
      if (shared.seen.has(key)) return false;
      shared.seen.add(key);
      return true;
    },
  };
  const contextOf = (state: State, node: { type: string }, parent: { type: string } | undefined): FragmentContext => ({
    ...base,
    parent,
    all: (of) => state.all(of as MdastNodes),
    some: (some) => some.flatMap((each) => state.one(each as MdastNodes, node as MdastNodes as Parents) ?? []),
  });
  const handlers: Record<string, Handler> = {
    noteList: (state: State, node: NoteListNode) =>
      notesList(node.notes, contextOf(state, node, undefined), { ...(node.id === undefined ? {} : { id: node.id }), text: node.title }),
  };
  for (const type of Object.keys(ownHandlers)) {
    handlers[type] = (state: State, node: ReportNode, parent: { type: string } | undefined) => {
      const result = table[type]!(node, contextOf(state, node, parent));
      return (options.sourceData ? withPartEdges(node, result) : result) as ReturnType<Handler>;
    };
  }
  const root = toHast({ type: 'root', children: nodes as unknown as MdastRoot['children'] }, { handlers });
  return 'children' in root ? (root.children as ElementContent[]) : [];
}
