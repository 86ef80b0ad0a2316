import type { Paragraph } from '@everyread/core';
import type { Pen } from '../pen.js';

export function writeParagraph(node: Paragraph, pen: Pen): void {
  const { body, paragraphGapPt } = pen.world.sheet;
  pen.flow.space(paragraphGapPt);
  pen.paragraph(pen.inline(node.children, pen.element.child('P'), body), body);
  pen.flow.space(paragraphGapPt);
}
