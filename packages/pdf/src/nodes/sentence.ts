import type { Sentence } from '@everyread/core';
import type { Pen } from '../pen.js';

export function writeSentence(node: Sentence, pen: Pen): void {
  for (const child of node.children) pen.write(child);
}
