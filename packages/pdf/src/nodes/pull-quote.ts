import type { PullQuote } from '@everyread/core';
import { is } from '@everyread/core';
import { bar } from '../parts/surface.js';
import { runStyle, type Pen } from '../pen.js';

/** A quotation and, below it, who said it. */
export function writePullQuote(node: PullQuote, pen: Pen): void {
  const { sheet } = pen.world;
  const indent = sheet.body.sizePt * 1.5;
  const element = pen.element.child('BlockQuote');
  const inner = pen.into(element, { frame: { x: pen.frame.x + (pen.rtl ? 0 : indent), width: pen.frame.width - indent } });
  const surface = bar(pen, sheet.palette.accent, sheet.largePrint ? 6 : 4);
  pen.flow.space(sheet.blockGapPt);
  if (node.id) pen.flow.anchor(node.id);
  pen.flow.open(surface);
  const attribution = [node.by, node.role, node.org].filter((part): part is string => part !== undefined && part !== '');
  node.children.forEach((child, index) => {
    const last = index === node.children.length - 1;
    if (index > 0) pen.flow.space(sheet.paragraphGapPt, last);
    if (is(child, 'paragraph')) {
      inner.paragraph(inner.inline(child.children, element.child('P'), sheet.quote), sheet.quote, {
        keep: last && attribution.length > 0,
        together: 8,
      });
      inner.layNotes();
    } else inner.blocks([child]);
  });
  if (attribution.length > 0) {
    pen.flow.space(sheet.body.sizePt * (sheet.largePrint ? 0.8 : 0.5), true);
    const [first = '', ...rest] = attribution;
    const runs = inner.inline(
      () => {
        inner.within({ style: runStyle({ ...sheet.body, bold: true, colour: sheet.palette.heading }) }, () => inner.text(first));
        inner.text(rest.map((part) => `, ${part}`).join(''));
      },
      element.child('P'),
      sheet.quiet,
    );
    inner.paragraph(runs, sheet.quiet, { together: true });
  }
  pen.flow.close(surface);
  pen.flow.space(sheet.blockGapPt);
}
