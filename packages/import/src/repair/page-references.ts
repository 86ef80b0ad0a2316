import { build, childrenOf, is, toText, walk, type FlowContent, type ReportNode } from '@everyread/core';
import { fold } from './fold.js';
import type { RepairJob } from './repair.js';

const typed = /\b((?:pages?|pp?\.|tudalen|seite|página|pagina)\s*)(\d{1,4})\b(?!\s*(?:of\b|[-–]\s*\d|,?\d))/gi;
const pointing = /(?:\bsee|\bon|\bto|\bat|\bfrom|\bturn to|\()\s*(?:the\s+)?$/i;

/**
 * “See page 24” is true in the document that it was typed for and nowhere else. Where the document's contents list says which
 * section begins on that page, or before it, the repair makes a cross-reference to it, which each edition words anew.
 */
export function mendPageReferences(blocks: readonly FlowContent[], job: RepairJob): FlowContent[] {
  const sections = sectionsByPage(blocks, job);
  // Places know their nodes, which therefore stay the same.
  const mend = (nodes: readonly ReportNode[]): ReportNode[] =>
    nodes.flatMap((node) => {
      if (is(node, 'text')) return mendText(node, sections, job);
      const children = childrenOf(node);
      if (children.length > 0 && !is(node, 'link') && !is(node, 'crossReference'))
        (node as { children: ReportNode[] }).children = mend(children);
      return [node];
    });
  return mend(blocks as ReportNode[]) as FlowContent[];
}

/** What is left to an editor where a repair knows no more. */
const linkByHand = 'Write a link to the section in its place, such as [Our year](#our-year), or :ref[page 24]{to=our-year}.';

function mendText(
  node: Extract<ReportNode, { type: 'text' }>,
  sections: readonly Section[],
  { findings, repair }: RepairJob,
): ReportNode | ReportNode[] {
  const out: ReportNode[] = [];
  let done = 0;
  for (const match of node.value.matchAll(typed)) {
    if (!pointing.test(node.value.slice(0, match.index))) continue;
    const page = Number(match[2]);
    const section = sections.filter((each) => each.page <= page).at(-1);
    const place = node.position?.start;
    if (section === undefined && repair) {
      const reason = `“${match[0]}” is typed by hand, and no contents list says what stands there`;
      findings.say('import-page-reference', reason, undefined, place, linkByHand);
      continue;
    }
    if (!repair || section === undefined) {
      findings.say('import-page-reference', `“${match[0]}” is typed by hand`, undefined, place);
      continue;
    }
    findings.say('import-repair', `“${match[0]}” was typed by hand and leads to “${section.title}” now`, undefined, place);
    if (match.index > done) out.push(build.text({ value: node.value.slice(done, match.index) }));
    out.push(build.crossReference({ target: section.name, show: 'page' }, [build.text({ value: match[0] })]));
    done = match.index + match[0].length;
  }
  if (out.length === 0) return node;
  if (done < node.value.length) out.push(build.text({ value: node.value.slice(done) }));
  return out;
}

interface Section {
  title: string;
  page: number;
  name: string;
}

/** The sections whose page the contents list names, in the order of pages. */
function sectionsByPage(blocks: readonly FlowContent[], { contents, places }: RepairJob): Section[] {
  const pages = new Map<string, number>();
  for (const { title, page } of contents)
    if (page !== undefined && /^\d+$/.test(page) && !pages.has(fold(title))) pages.set(fold(title), Number(page));
  const found: Section[] = [];
  if (pages.size === 0) return found;
  walk(blocks as ReportNode[], (node) => {
    const page = is(node, 'heading') ? pages.get(fold(toText(node))) : undefined;
    if (!is(node, 'heading') || page === undefined) return;
    const name = `typed page ${page} ${found.length}`;
    places.give([name], node);
    found.push({ title: toText(node), page, name });
  });
  return found.sort((a, b) => a.page - b.page);
}
