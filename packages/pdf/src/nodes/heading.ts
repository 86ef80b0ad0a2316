import type { Heading } from '@everyread/core';
import type { Pen } from '../pen.js';

/** Headings keep the first lines of what follows on their page. */
export function writeHeading(node: Heading, pen: Pen): void {
  const { sheet, world } = { sheet: pen.world.sheet, world: pen.world };
  const spec = sheet.headings[node.depth] ?? sheet.headings.at(-1)!;
  // The title of the report is the first level, so that the sixth of Markdown is the seventh.
  const element = pen.element.child(`H${node.depth + 1}`);
  const size = sheet.body.sizePt;
  pen.flow.space(node.depth === 1 ? size * 3.4 : node.depth === 2 ? size * 2.2 : size * 1.6);
  if (node.id) {
    pen.flow.anchor(node.id);
    world.places.set(node.id, element);
  }
  if (node.depth === 1) {
    const { x, width } = pen.frame;
    const long = size * 3;
    pen.flow.box(
      5,
      (canvas, y) => {
        canvas.artifact('Layout');
        canvas.rect(pen.rtl ? x + width - long : x, y, long, 5, sheet.palette.accent);
      },
      { keep: true },
    );
    pen.flow.pad(size * 0.8);
  }
  pen.paragraph(pen.inline(node.children, element, spec), spec, { keep: true, together: true, balance: true });
  pen.flow.space(node.depth === 1 ? size * 1.1 : size * 0.7, true);
}
