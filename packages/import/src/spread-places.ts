import { childrenOf, type ReportNode } from '@everyread/core';

/** Gives every node the place of the first thing in it, so that each message has one. */
export function spreadPlaces(nodes: readonly ReportNode[]): ReportNode['position'] {
  let first: ReportNode['position'];
  for (const node of nodes) {
    const inner = spreadPlaces(childrenOf(node));
    if (!node.position && inner) node.position = inner;
    first ??= node.position;
  }
  return first;
}
