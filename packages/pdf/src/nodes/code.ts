import type { Code } from '@everyread/core';
import { panel } from '../parts/surface.js';
import type { Pen } from '../pen.js';

/** Lines as they are: each one is a paragraph of the code element's. */
export function writeCode(node: Code, pen: Pen): void {
  const { sheet } = pen.world;
  const padding = sheet.body.sizePt * 0.9;
  const surface = panel(pen, { colour: sheet.palette.tint, padding });
  const element = pen.element.child('P').child('Code');
  const inner = pen.into(element, { frame: { x: pen.frame.x + padding, width: pen.frame.width - padding * 2 } });
  pen.flow.space(sheet.blockGapPt);
  pen.flow.open(surface);
  const lines = node.value.split('\n');
  lines.forEach((line, index) => {
    const text = line.replaceAll('\t', '    ').replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length));
    const runs = inner.inline(() => inner.text(index < lines.length - 1 || text === '' ? `${text} ` : text), element, sheet.body);
    inner.paragraph(runs, sheet.body);
  });
  pen.flow.close(surface);
  pen.flow.space(sheet.blockGapPt);
}
