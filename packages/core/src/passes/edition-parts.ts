import type { NodeOf, ReportNode } from '../types.js';

/** A block that says for whom its content is; every edition prints the content alone. */
export interface EditionPart {
  type: 'summary' | 'only';
  /** `format` and `edition` of an `only`. */
  fields: Readonly<Record<string, string>>;
}

interface Edges {
  begins?: readonly EditionPart[];
  ends?: number;
}

/** The content of a part, its first and its last block saying so: formats that can be imported again keep where it begins and ends. */
export function unwrapPart(part: NodeOf<'summary'> | NodeOf<'only'>): ReportNode[] {
  const children = [...(part.children as ReportNode[])];
  const isShown = (node: ReportNode): boolean => node.type !== 'footnoteDefinition';
  const first = children.findIndex(isShown);
  const last = children.findLastIndex(isShown);
  if (first < 0) return children;
  const fields = part.type === 'only' ? { format: part.format, edition: part.edition } : {};
  const own: EditionPart = {
    type: part.type,
    fields: Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  };
  const begin = edgesOf(children[first]!);
  children[first] = withEdges(children[first]!, { ...begin, begins: [own, ...(begin.begins ?? [])] });
  const end = edgesOf(children[last]!);
  children[last] = withEdges(children[last]!, { ...end, ends: (end.ends ?? 0) + 1 });
  return children;
}

/** The parts that begin before a block of a prepared report, outermost first, and how many end after it. */
export function partEdges(node: ReportNode): { begins: readonly EditionPart[]; ends: number } {
  const { begins = [], ends = 0 } = edgesOf(node);
  return { begins, ends };
}

function edgesOf(node: ReportNode): Edges {
  return (node.data as { editionParts?: Edges } | undefined)?.editionParts ?? {};
}

function withEdges(node: ReportNode, editionParts: Edges): ReportNode {
  return { ...node, data: { ...node.data, editionParts } } as ReportNode;
}
