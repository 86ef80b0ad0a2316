import type { Break } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A new line, read as a space. */
export function writeBreak(_node: Break, pen: Pen): void {
  pen.text(' ', { breakAfter: true });
}
