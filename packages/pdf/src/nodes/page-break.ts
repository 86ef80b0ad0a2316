import type { PageBreak } from '@everyread/core';
import { fill } from '@everyread/core';
import type { Pen } from '../pen.js';

/** Where a page of the print edition begins: a line with its number, or the number in brackets in a line. */
export function writePageBreak(node: PageBreak, pen: Pen): void {
  const { sheet, words, options, places } = pen.world;
  const { line } = pen;
  if (line) {
    if (node.id) line.anchors.push(node.id);
    if (!options.printPages) return;
    const element = line.element.child('Span');
    if (node.id) places.set(node.id, element);
    pen.within({ element, style: { ...line.style, colour: sheet.palette.quiet }, link: undefined }, () =>
      pen.text(`[${fill(words.page, { n: node.label })}]\u00a0`),
    );
    return;
  }
  if (node.id) pen.flow.anchor(node.id);
  if (!options.printPages) return;
  const element = pen.element.child('P');
  if (node.id) places.set(node.id, element);
  const { x, width } = pen.frame;
  pen.flow.space(sheet.paragraphGapPt);
  pen.flow.box(
    1,
    (canvas, y) => {
      canvas.artifact('Layout');
      canvas.rect(x, y, width, 0.75, sheet.palette.rule);
    },
    { keep: true },
  );
  pen.paragraph(pen.inline([{ type: 'text', value: fill(words.printPage, { n: node.label }) }], element, sheet.quiet), sheet.quiet, {
    align: 'end',
    keep: true,
  });
  pen.flow.space(sheet.paragraphGapPt * 0.6, true);
}
