import type { Node } from 'unist';
import { childrenOf, is } from '../guards.js';
import { mapNodes } from '../map.js';
import type { Abbreviation, Link, ReportNode, Root, Text } from '../types.js';
import { within } from '../within.js';

/** What belongs to the word before it: “s”, “’s”, “-based”. */
const ending = /^(?:[-‐‑'’]?\p{L}+)+/u;

/**
 * Takes the end of a word into the short form that it begins with: of `:abbr[NGO]{title="…"}s` an edition that has no place for what
 * the letters stand for would print it inside the word, “NGO (…)s”.
 *
 * @param links - whether formats of the edition print the addresses of links behind them: then it is so with links too
 */
export function wholeWords(root: Root, links: boolean): Root {
  const begins = (node: ReportNode | undefined): node is Abbreviation | Link => is(node, 'abbreviation') || (links && is(node, 'link'));
  const children = mapNodes(root.children, (node) =>
    childrenOf(node).some(begins) ? ({ ...node, children: joined(childrenOf(node), begins) } as ReportNode) : node,
  );
  return children === root.children ? root : { ...root, children };
}

/** How many characters at the end of a short form or link `prepare()` took from the text behind it, in UTF-16 units. */
export function endingOf(node: ReportNode): number {
  return (node.data as { ending?: number } | undefined)?.ending ?? 0;
}

function joined(nodes: readonly ReportNode[], begins: (node: ReportNode | undefined) => node is Abbreviation | Link): ReportNode[] {
  const out: ReportNode[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    if (begins(before) && is(node, 'text')) {
      const end = ending.exec(node.value)?.[0].length ?? 0;
      if (end > 0)
        out[out.length - 1] = {
          ...before,
          data: { ...before.data, ending: end } as Node['data'],
          children: [...before.children, cut(node, 0, end)],
        } as ReportNode;
      if (end < node.value.length) out.push(cut(node, end, node.value.length));
    } else out.push(node);
  }
  return out;
}

function cut(node: Text, from: number, to: number): Text {
  return { ...node, value: node.value.slice(from, to), position: within(node, from, to - from).position };
}
