import type { Blockquote } from '@everyread/core';
import { bar } from '../parts/surface.js';
import type { Pen } from '../pen.js';

export function writeBlockquote(node: Blockquote, pen: Pen): void {
  const { sheet } = pen.world;
  const indent = sheet.body.sizePt * 1.3;
  const frame = { x: pen.frame.x + (pen.rtl ? 0 : indent), width: pen.frame.width - indent };
  const surface = bar(pen, sheet.palette.rule, 3);
  pen.flow.space(sheet.blockGapPt);
  pen.flow.open(surface);
  const inner = pen.into(pen.element.child('BlockQuote'), { frame });
  inner.blocks(node.children);
  pen.flow.close(surface);
  pen.flow.space(sheet.blockGapPt);
}
