import type { FootnoteDefinition } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A prepared report has its notes apart from the text; one that is here is written where it stands. */
export function writeFootnoteDefinition(node: FootnoteDefinition, pen: Pen): void {
  pen.blocks(node.children);
}
