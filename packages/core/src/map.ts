import type { Node } from 'unist';
import { childrenOf } from './guards.js';
import type { ReportNode, ReportParent } from './types.js';

/**
 * Rebuilds a list of nodes from the leaves up, without touching the given ones. `change` gets each
 * node with its children already rebuilt and returns what takes its place: the node, another, several, or none.
 * What does not change is shared with the given tree, and the list itself is returned when nothing changed:
 * long reports go through many passes.
 */
export function mapNodes<T extends Node>(
  nodes: readonly T[],
  change: (node: ReportNode) => ReportNode | readonly ReportNode[] | undefined,
): T[] {
  const given = nodes as readonly unknown[] as readonly ReportNode[];
  let out: ReportNode[] | undefined;
  for (let index = 0; index < given.length; index += 1) {
    const node = given[index]!;
    const result = change(withChildrenMapped(node, change));
    if (result === node) {
      out?.push(node);
      continue;
    }
    out ??= given.slice(0, index);
    if (result === undefined) continue;
    // One by one: a part of a report may hold more blocks than a call takes arguments.
    if (Array.isArray(result)) for (const each of result as readonly ReportNode[]) out.push(each);
    else out.push(result as ReportNode);
  }
  return (out ?? given) as unknown[] as T[];
}

function withChildrenMapped(node: ReportNode, change: Parameters<typeof mapNodes>[1]): ReportNode {
  const children = below(node);
  if (children === undefined) return node;
  const mapped = mapNodes(children, change);
  return mapped === children ? node : ({ ...node, children: mapped } as ReportParent);
}

/** The children of a node, where it may have any: asking whether there is such a property takes many times as long as taking it. */
const below = (node: Node): ReportNode[] | undefined => (node as { children?: ReportNode[] }).children;

/** A tree of its own: its nodes may be changed. Positions are shared, for nobody changes those. */
export function copyNodes<T extends Node>(nodes: readonly T[]): T[] {
  return nodes.map((node) => {
    const children = below(node);
    return children === undefined ? { ...node } : { ...node, children: copyNodes(children) };
  });
}

/** Calls `see` for each node in document order, with its parents, outermost first, where it asks for them. */
export function walk(nodes: readonly Node[], see: (node: ReportNode, parents: readonly ReportNode[]) => void): void {
  // Lists of parents for every node are felt in a long report, and few ask for them.
  if (see.length > 1) walkBelow(nodes as readonly ReportNode[], see, []);
  else walkAlone(nodes as readonly ReportNode[], see as (node: ReportNode) => void);
}

function walkAlone(nodes: readonly ReportNode[], see: (node: ReportNode) => void): void {
  for (const node of nodes) {
    see(node);
    const children = below(node);
    if (children !== undefined) walkAlone(children, see);
  }
}

function walkBelow(
  nodes: readonly ReportNode[],
  see: (node: ReportNode, parents: readonly ReportNode[]) => void,
  parents: readonly ReportNode[],
): void {
  for (const node of nodes) {
    see(node, parents);
    const children = childrenOf(node);
    if (children.length > 0) walkBelow(children, see, [...parents, node]);
  }
}

/** How deep a tree is, measured without recursion: for trees of unknown origin. */
export function nestingDepth(root: Node): number {
  let level: readonly Node[] = [root];
  for (let depth = 0; ; depth += 1) {
    const next: Node[] = [];
    for (const node of level) for (const child of childrenOf(node)) next.push(child);
    if (next.length === 0) return depth;
    level = next;
  }
}
