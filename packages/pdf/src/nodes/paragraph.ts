import { toText, type Paragraph } from '@everyread/core';
import type { Pen } from '../pen.js';

export function writeParagraph(node: Paragraph, pen: Pen): void {
  const { body, paragraphGapPt } = pen.world.sheet;
  pen.flow.space(paragraphGapPt);
  // Words that end in a colon announce what follows.
  pen.paragraph(pen.inline(node.children, pen.element.child('P'), body), body, { keep: /[:：]\s*$/.test(toText(node)) });
  pen.flow.space(paragraphGapPt);
}
