import type { Contents } from '@everyread/core';
import { layContents } from '../parts/contents.js';
import type { Pen } from '../pen.js';

export function writeContents(node: Contents, pen: Pen): void {
  layContents(pen, node.depth ?? 3);
}
