import type { Summary } from '@everyread/core';
import type { Pen } from '../pen.js';

export function writeSummary(node: Summary, pen: Pen): void {
  pen.blocks(node.children);
}
