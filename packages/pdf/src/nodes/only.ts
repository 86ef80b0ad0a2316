import type { Only } from '@everyread/core';
import type { Pen } from '../pen.js';

export function writeOnly(node: Only, pen: Pen): void {
  pen.blocks(node.children);
}
