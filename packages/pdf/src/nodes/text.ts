import type { Text } from '@everyread/core';
import type { Pen } from '../pen.js';

/** White space of the source is one space; no-break spaces stay. */
export function writeText(node: Text, pen: Pen): void {
  pen.text(node.value.replace(/[ \t\r\n]+/g, ' '));
}
