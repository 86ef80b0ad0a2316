import type { PageBreak } from '@everyread/core';
import { fill } from '@everyread/core';
import type { Pen } from '../pen.js';
import type { Run } from '../text/run.js';

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
  pen.flow.space(sheet.paragraphGapPt);
  const runs = pen.inline([{ type: 'text', value: fill(words.printPage, { n: node.label }) }], element, sheet.quiet);
  drawRuleBeside(pen, runs);
  pen.paragraph(runs, sheet.quiet, { align: 'end', keep: true });
  pen.flow.space(sheet.paragraphGapPt * 0.6, true);
}

/** A line across the column, up to the words at its end. */
function drawRuleBeside(pen: Pen, runs: readonly Run[]): void {
  const { sheet } = pen.world;
  const { x, width } = pen.frame;
  const [line, ...more] = pen.set(runs, width).lines;
  if (line === undefined || more.length > 0) return;
  const long = Math.max(0, width - line.width - sheet.body.sizePt * 0.6);
  pen.flow.withNextBox((box) => {
    const { draw } = box;
    box.draw = (canvas, y, height) => {
      canvas.artifact('Layout');
      canvas.rect(pen.rtl ? x + width - long : x, y + box.height / 2, long, 0.75, sheet.palette.rule);
      draw(canvas, y, height);
    };
  });
}
