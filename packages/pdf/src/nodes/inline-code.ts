import type { InlineCode } from '@everyread/core';
import type { Pen } from '../pen.js';

export function writeInlineCode(node: InlineCode, pen: Pen): void {
  const { line, world } = pen;
  if (line === undefined) return;
  pen.within({ element: line.element.child('Code'), style: { ...line.style, colour: world.sheet.palette.heading } }, () =>
    pen.text(node.value.replace(/\s+/g, ' ')),
  );
}
