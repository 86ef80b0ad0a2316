import { is } from '../guards.js';
import { mapBlocks } from '../map.js';
import { describeChart } from '../chart/describe.js';
import type { Root } from '../types.js';
import type { Words } from '../words/words.js';

/** Gives each chart a sentence that says what it shows, made from its data unless the author wrote one. */
export function addAlternatives(root: Root, words: Words): Root {
  return {
    ...root,
    children: mapBlocks(root.children, (node) =>
      is(node, 'chart') && !node.summary ? { ...node, summary: describeChart(node, words) } : node,
    ),
  };
}
