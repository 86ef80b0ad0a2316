import {
  build,
  is,
  makeEdition,
  mapNodes,
  prepare,
  toText,
  walk,
  type NodeOf,
  type FlowContent,
  type PhrasingContent,
  type Report,
  type ReportNode,
} from '@everyread/core';
import { tidyLine } from '../src/line.js';
import { withoutMadeContents } from '../src/made-contents.js';

/** What no edition shows or what each makes anew: not part of the comparison. */
const notCompared = new Set(['position', 'data']);

/**
 * A report as its editions are made from it: prepared, with white space where `tidyLine` puts it. Two reports with the same
 * normal form give the same editions.
 *
 * @param format - what is meant for other formats alone is not in a file of this one
 */
export function normalForm(report: Report, format = ''): unknown {
  const held = { ...report, root: { ...report.root, children: holdParts(report, format) } };
  const whole = prepare(report, makeEdition('screen-reader'), { format });
  const prepared = prepare(held, makeEdition('screen-reader'), { format });
  const clean = (nodes: readonly unknown[]): unknown =>
    JSON.parse(
      JSON.stringify(tidyNodes(nodes as ReportNode[]), (key, value: unknown) =>
        notCompared.has(key) || value === null || value === undefined || value === '' ? undefined : value,
      ),
    );
  return {
    body: clean(format === 'html' ? carryPages(prepared.root.children as ReportNode[]) : prepared.root.children),
    // Holding parts together moves where an edition puts its contents list: where it stands is told from the edition itself.
    contents: placesOfContents(whole.root.children as ReportNode[]),
    notes: clean(prepared.notes.map((note) => note.definition)),
  };
}

/** The contents lists of an edition: how deep they go, and how many signs stand before each. */
function placesOfContents(nodes: readonly ReportNode[]): string[] {
  const found: string[] = [];
  let before = 0;
  walk(nodes, (node) => {
    if (is(node, 'text')) before += node.value.replace(/\s/g, '').length;
    if (is(node, 'contents')) found.push(`${node.depth ?? 3} after ${before}`);
  });
  return found;
}

/** Keeps the blocks that say for whom their content is, which preparing would unwrap. */
function holdParts(report: Report, format: string): FlowContent[] {
  return mapNodes(withoutMadeContents(report.root.children as FlowContent[]), (node) => {
    if (is(node, 'summary')) return build.div({ id: `summary ${String(node.only ?? false)}` }, node.children);
    if (!is(node, 'only')) return node;
    const formats = node.format?.split(/[\s,]+/) ?? [format];
    return formats.includes(format) ? build.div({ id: `only ${node.format} ${node.edition}` }, node.children) : undefined;
  });
}

/** In a page a printed page that begins where a passage ends is marked at what it begins: after the passage. */
function carryPages(nodes: readonly ReportNode[]): ReportNode[] {
  return nodes.flatMap((node) => {
    if (!is(node, 'div') && !is(node, 'section')) return [node];
    const children = carryPages(node.children as ReportNode[]);
    const pages: ReportNode[] = [];
    while (is(children.at(-1), 'pageBreak')) pages.unshift(children.pop()!);
    return [{ ...node, children } as ReportNode, ...pages];
  });
}

function isApart(item: NodeOf<'listItem'>, list: boolean): boolean {
  const others = item.children.filter((child, index) => (index > 0 && !is(child, 'list')) || (index === 0 && !is(child, 'paragraph')));
  return list || others.length > 0 || (item.spread === true && item.children.length > 1);
}

function tidyNodes(nodes: readonly ReportNode[]): unknown[] {
  return mapNodes(nodes, (node) => {
    const fields = node as unknown as Record<string, unknown>;
    // Important words in important words are no more important, nor stressed ones in stressed, and one line through words is enough.
    if (is(node, 'delete') || is(node, 'strong') || is(node, 'emphasis'))
      return { ...node, children: mapNodes(node.children, (each) => (each.type === node.type ? (each.children as ReportNode[]) : each)) };
    const lines = ['paragraph', 'heading', 'caption', 'tableCell', 'keyFigure'];
    const out = lines.includes(node.type)
      ? { ...node, children: tidyLine((node as { children: PhrasingContent[] }).children) }
      : { ...node };
    // Items stand apart where they or their list say so, and where they hold more than a line and lists.
    if (is(node, 'list')) {
      const isLoose = node.spread === true && node.children.length > 1 && !node.children.some((item) => isApart(item, false));
      Object.assign(out, { spread: undefined, children: node.children.map((item) => ({ ...item, spread: isApart(item, isLoose) })) });
    }
    // What an edition words anew keeps its own words as plain text.
    if (is(node, 'crossReference') && (node.show ?? 'text') !== 'text')
      Object.assign(out, { children: [build.text({ value: toText(node) })] });
    // Defaults that need not be written.
    for (const [key, value] of [
      ['kind', { steps: 'steps', callout: 'note' }[node.type as 'steps']],
      ['show', 'text'],
      ['start', 1],
      ['ordered', false],
      ['spread', false],
      ['decorative', false],
    ] as const)
      if (fields[key] === value) delete (out as Record<string, unknown>)[key];
    return out as ReportNode;
  });
}
