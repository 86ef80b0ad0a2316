import { build, type FlowContent } from '@everyread/core';

/** Where what is for some readers or formats begins or ends, until all blocks are read. */
interface Edge {
  type: 'editionEdge';
  /** The node that begins; it ends where this is absent. */
  begins?: 'summary' | 'only';
  fields: Readonly<Record<string, string>>;
}

const isEdge = (node: unknown): node is Edge => (node as { type: string }).type === 'editionEdge';

/** What a comment in a page of our own stands for: see `sourceComment` of `@everyread/html`. */
export function readSourceComment(comment: string): FlowContent[] {
  const [, what, words = ''] = /^everyread (contents|begin|end)((?: \w+="[^"]*")*)$/.exec(comment) ?? [];
  if (what === undefined) return [];
  const fields: Record<string, string> = {};
  for (const [, name, value] of words.matchAll(/(\w+)="([^"]*)"/g))
    fields[name!] = value!.replace(/&#(\d{2});/g, (_, code: string) => String.fromCharCode(Number(code)));
  if (what === 'contents') return [build.contents({ depth: Math.min(6, Math.max(1, Number(fields['depth']) || 3)) })];
  const begins = fields['type'] === 'only' ? 'only' : 'summary';
  return [{ type: 'editionEdge', ...(what === 'begin' ? { begins } : {}), fields } satisfies Edge as unknown as FlowContent];
}

/** Puts the blocks between two edges into the node that the first names; an edge without its other is left out. */
export function joinParts(blocks: readonly FlowContent[]): FlowContent[] {
  const out: FlowContent[] = [];
  const open: { edge: Edge; from: number }[] = [];
  for (const block of blocks) {
    const edge: unknown = block;
    if (!isEdge(edge)) {
      // Places know their nodes, which therefore stay the same.
      if ('children' in block) (block as { children: FlowContent[] }).children = joinParts(block.children as FlowContent[]);
      out.push(block);
    } else if (edge.begins !== undefined) open.push({ edge, from: out.length });
    else {
      const last = open.pop();
      if (last) out.push(partOf(last.edge, out.splice(last.from)));
    }
  }
  return out;
}

function partOf({ begins, fields }: Edge, children: FlowContent[]): FlowContent {
  if (begins === 'summary') return build.summary({}, children);
  const { format, edition } = fields;
  return build.only({ ...(format ? { format } : {}), ...(edition ? { edition } : {}) }, children);
}
