import type { Node } from 'unist';
import { nodeTable } from './node-table.js';
import type { Caption, NodeOf, NodeType, ReportNode } from './types.js';

/** Whether a node is of the given type; narrows it. */
export function is<T extends NodeType>(node: Node | null | undefined, type: T): node is NodeOf<T> {
  return node?.type === type;
}

/** Whether the node table knows the node's type. */
export function isReportNode(node: Node): node is ReportNode {
  return Object.hasOwn(nodeTable, node.type);
}

/** Whether the node may stand inside a line. */
export function isInline(node: Node): boolean {
  return isReportNode(node) && (nodeTable[node.type].place as readonly string[]).includes('inline');
}

/** The children of a node, empty for a node that has none. */
export function childrenOf(node: Node): ReportNode[] {
  // Taking a property is many times quicker than asking whether it is there, where nodes are of many kinds.
  const { children } = node as { children?: unknown };
  return Array.isArray(children) ? (children as ReportNode[]) : [];
}

/** The caption of a block: by rule its first child. */
export function captionOf(node: Node): Caption | undefined {
  const first = childrenOf(node)[0];
  return is(first, 'caption') ? first : undefined;
}

type WithoutCaption<T> = T extends { children: (infer C)[] } ? Exclude<C, Caption>[] : never;

/** The children of a block but for its caption. */
export function bodyOf<T extends Node & { children: Node[] }>(node: T): WithoutCaption<T> {
  return node.children.filter((child) => child.type !== 'caption') as WithoutCaption<T>;
}
