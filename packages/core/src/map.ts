import type { Node } from 'unist';
import { childrenOf } from './guards.js';
import type { ReportNode, ReportParent } from './types.js';

/**
 * Rebuilds a list of nodes from the leaves up, without touching the given ones. `change` gets each
 * node with its children already rebuilt and returns what takes its place: the node, another, several, or none.
 * What does not change is shared with the given tree, and the list itself is returned when nothing changed:
 * long reports go through many passes.
 *
 * @param closed - types of nodes whose children stay as they are
 */
export function mapNodes<T extends Node>(
  nodes: readonly T[],
  change: (node: ReportNode) => ReportNode | readonly ReportNode[] | undefined,
  closed?: ReadonlySet<string>,
): T[] {
  const given = nodes as readonly unknown[] as readonly ReportNode[];
  let out: ReportNode[] | undefined;
  for (let index = 0; index < given.length; index += 1) {
    const node = given[index]!;
    const result = change(closed?.has(node.type) ? node : withChildrenMapped(node, change, closed));
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

/** Nodes that hold a line of text, or lines in cells, and no block. */
const withoutBlocks: ReadonlySet<string> = new Set<ReportNode['type']>(['paragraph', 'heading', 'caption', 'table']);

/** The same as `mapNodes()` for the blocks only: what stands in lines of text and in the cells of tables stays as it is. */
export function mapBlocks<T extends Node>(nodes: readonly T[], change: Parameters<typeof mapNodes>[1]): T[] {
  return mapNodes(nodes, change, withoutBlocks);
}

function withChildrenMapped(node: ReportNode, change: Parameters<typeof mapNodes>[1], closed: ReadonlySet<string> | undefined): ReportNode {
  const children = below(node);
  if (children === undefined) return node;
  const mapped = mapNodes(children, change, closed);
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
  // Counted, for an iterator makes an object of each node until V8 optimises the loop: long after most reports are made.
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    see(node);
    const children = below(node);
    if (children !== undefined) walkAlone(children, see);
  }
}

/** The same for the blocks only: what stands in lines of text and in the cells of tables is not seen. */
export function walkBlocks(nodes: readonly Node[], see: (node: ReportNode) => void): void {
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as ReportNode;
    see(node);
    const children = below(node);
    if (children !== undefined && !withoutBlocks.has(node.type)) walkBlocks(children, see);
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

/** Whether a tree has more levels below its root than that: for trees of unknown origin. */
export function isDeeperThan(levels: number, root: Node): boolean {
  const children = below(root);
  if (children === undefined) return false;
  for (let index = 0; index < children.length; index += 1) if (levels === 0 || isDeeperThan(levels - 1, children[index]!)) return true;
  return false;
}
