import type { Pronunciation } from '@everyread/core';
import type { Pen } from '../pen.js';

/** PDF 1.7 has no place for how a word is said; the words stay as they are. */
export function writePronunciation(node: Pronunciation, pen: Pen): void {
  for (const child of node.children) pen.write(child);
}
