import { childrenOf, is, type FlowContent, type ReportNode } from '@everyread/core';

/** A contents list that stands where each edition puts one by itself is left to the editions: see `placeContents` of the core. */
export function withoutMadeContents(blocks: readonly FlowContent[]): FlowContent[] {
  // Editions unwrap what is for some of them.
  const isPart = (block: ReportNode): boolean => is(block, 'summary') || is(block, 'only');
  const shown = blocks.flatMap((block) => (isPart(block as ReportNode) ? (childrenOf(block) as FlowContent[]) : [block]));
  const lists = shown.filter((block) => is(block, 'contents'));
  const [list] = lists;
  if (lists.length !== 1 || !is(list, 'contents') || (list.depth ?? 3) !== 3) return [...blocks];
  const rest = shown.filter((block) => block !== list);
  const first = rest.findIndex((block) => is(block, 'heading') || is(block, 'div'));
  if (countListed(rest) < 2 || shown.indexOf(list) !== Math.max(0, first)) return [...blocks];
  return blocks.flatMap((block): FlowContent[] => {
    if (block === list) return [];
    if (!isPart(block as ReportNode)) return [block];
    return [{ ...block, children: childrenOf(block).filter((child) => (child as unknown) !== list) } as FlowContent];
  });
}

/** The headings that a contents list has: one inside a callout or a list is none of a section. */
function countListed(nodes: readonly FlowContent[]): number {
  return nodes.reduce((count, node) => count + (is(node, 'heading') ? 1 : is(node, 'div') ? countListed(node.children) : 0), 0);
}
