import { childrenOf, is } from '../guards.js';
import { mapNodes } from '../map.js';
import type { ReportNode, Root, Text } from '../types.js';
import { within } from '../within.js';

/** What belongs to the word before it: “s”, “’s”, “-based”. */
const ending = /^(?:[-‐‑'’]?\p{L}+)+/u;

/**
 * Takes the end of a word into the short form that it begins with: of `:abbr[NGO]{title="…"}s` an edition that has no place for what
 * the letters stand for would print it inside the word, “NGO (…)s”.
 */
export function wholeWords(root: Root): Root {
  const children = mapNodes(root.children, (node) =>
    childrenOf(node).some((child) => is(child, 'abbreviation')) ? ({ ...node, children: joined(childrenOf(node)) } as ReportNode) : node,
  );
  return children === root.children ? root : { ...root, children };
}

function joined(nodes: readonly ReportNode[]): ReportNode[] {
  const out: ReportNode[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    if (is(before, 'abbreviation') && is(node, 'text')) {
      const end = ending.exec(node.value)?.[0].length ?? 0;
      if (end > 0) out[out.length - 1] = { ...before, children: [...before.children, cut(node, 0, end)] };
      if (end < node.value.length) out.push(cut(node, end, node.value.length));
    } else out.push(node);
  }
  return out;
}

function cut(node: Text, from: number, to: number): Text {
  return { ...node, value: node.value.slice(from, to), position: within(node, from, to - from).position };
}
