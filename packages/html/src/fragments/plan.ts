import { childrenOf, is, toText, walk, type PreparedReport, type ReportNode } from '@everyread/core';
import type { FragmentPlan } from './context.js';
import { carryPageBreaks } from './page-breaks.js';

/** Cuts a report at its main sections: what stands before the first, each section, and the notes, unless `notesAtEnd` is false. */
export function planFragments(report: PreparedReport, notesAtEnd = true): FragmentPlan[] {
  const plans: FragmentPlan[] = [];
  let loose: ReportNode[] = [];
  const flush = (): void => {
    if (loose.length === 0) return;
    const opening = plans.length === 0;
    plans.push({
      kind: opening ? 'opening' : 'section',
      index: plans.length,
      id: freeId(report, opening ? 'opening' : `part-${plans.length}`),
      title: report.meta.title,
      nodes: loose,
    });
    loose = [];
  };
  for (const node of report.root.children as ReportNode[]) {
    const section = sectionIn(node);
    if (section === undefined) {
      loose.push(node);
      continue;
    }
    flush();
    const heading = section.children.find((child) => is(child, 'heading'));
    const lang = is(node, 'div') ? node.lang : undefined;
    plans.push({
      kind: 'section',
      index: plans.length,
      id: section.id,
      title: heading ? toText(heading) : '',
      ...(lang ? { lang } : {}),
      nodes: [node],
    });
  }
  flush();
  if (notesAtEnd && report.notes.length > 0) {
    plans.push({
      kind: 'notes',
      index: plans.length,
      id: freeId(report, 'notes'),
      title: report.words.notes,
      nodes: report.notes.map((note) => note.definition),
    });
  }
  return carryPageBreaks(plans);
}

/** A name that no place in the report has: a heading may be called “Notes” too. */
export function freeId(report: PreparedReport, wanted: string): string {
  let id = wanted;
  for (let n = 2; report.targets.has(id); n += 1) id = `${wanted}-${n}`;
  return id;
}

/** The section that a block is, or, for a passage in another language, begins with. */
function sectionIn(node: ReportNode): Extract<ReportNode, { type: 'section' }> | undefined {
  if (is(node, 'section')) return node;
  const first = is(node, 'div') ? childrenOf(node)[0] : undefined;
  return is(first, 'section') ? first : undefined;
}

/** The names of all places in a fragment. */
export function idsIn(plan: Pick<FragmentPlan, 'id' | 'nodes'>): Set<string> {
  const ids = new Set<string>([plan.id]);
  walk(plan.nodes, (node) => {
    if ('id' in node && typeof node.id === 'string') ids.add(node.id);
  });
  return ids;
}
