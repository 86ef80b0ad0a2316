import type { Node } from 'unist';
import { childrenOf } from './guards.js';
import type { ReportNode, ReportParent } from './types.js';

/**
 * Rebuilds a list of nodes from the leaves up, without touching the given ones. `change` gets each
 * node with its children already rebuilt and returns what takes its place: the node, another, several, or none.
 */
export function mapNodes<T extends Node>(
  nodes: readonly T[],
  change: (node: ReportNode) => ReportNode | readonly ReportNode[] | undefined,
): T[] {
  const out: ReportNode[] = [];
  for (const node of nodes as readonly unknown[] as readonly ReportNode[]) {
    const rebuilt = 'children' in node ? ({ ...node, children: mapNodes(childrenOf(node), change) } as ReportParent) : { ...node };
    const result = change(rebuilt);
    if (result === undefined) continue;
    if (Array.isArray(result)) out.push(...(result as readonly ReportNode[]));
    else out.push(result as ReportNode);
  }
  return out as unknown[] as T[];
}

/** Calls `see` for each node in document order, with its parents, outermost first. */
export function walk(
  nodes: readonly Node[],
  see: (node: ReportNode, parents: readonly ReportNode[]) => void,
  parents: readonly ReportNode[] = [],
): void {
  for (const node of nodes as readonly ReportNode[]) {
    see(node, parents);
    const children = childrenOf(node);
    if (children.length > 0) walk(children, see, [...parents, node]);
  }
}

/** How deep a tree is, measured without recursion: for trees of unknown origin. */
export function nestingDepth(root: Node): number {
  let deepest = 0;
  const open: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    deepest = Math.max(deepest, each.depth);
    for (const child of childrenOf(each.node)) open.push({ node: child, depth: each.depth + 1 });
  }
  return deepest;
}
