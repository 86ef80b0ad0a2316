import type { Caption, CaptionNumber } from '@everyread/core';
import type { Pen } from '../pen.js';

/** The caption of a block that has no place of its own for it. */
export function writeCaption(node: Caption, pen: Pen): void {
  const { caption } = pen.world.sheet;
  pen.paragraph(pen.inline(node.children, pen.element.child('P'), caption), caption, { keep: true, balance: true });
}

export function writeCaptionNumber(node: CaptionNumber, pen: Pen): void {
  for (const child of node.children) pen.write(child);
}
