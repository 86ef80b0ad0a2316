import type { ThematicBreak } from '@everyread/core';
import type { Pen } from '../pen.js';

/** Three short lines' worth of pause; the pause itself is not content. */
export function writeThematicBreak(_node: ThematicBreak, pen: Pen): void {
  const { sheet } = pen.world;
  const { x, width } = pen.frame;
  pen.flow.space(sheet.blockGapPt);
  pen.flow.box(2, (canvas, y) => {
    canvas.artifact('Layout');
    canvas.rect(x + width / 2 - width / 8, y, width / 4, 1.5, sheet.palette.rule);
  });
  pen.flow.space(sheet.blockGapPt);
}
