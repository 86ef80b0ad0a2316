import type { Emphasis } from '@everyread/core';
import { emphasised, type Pen } from '../pen.js';

/** Slanted; bold in large print (UKAAF G003). PDF 2.0 has an element for it, PDF 1.7 has none. */
export function writeEmphasis(node: Emphasis, pen: Pen): void {
  const { line, world } = pen;
  if (line === undefined) return;
  const style = { ...line.style, style: emphasised(line.style.style, 'italic', world.sheet.largePrint) };
  pen.within({ style, element: world.options.ua2 ? line.element.child('Em') : line.element }, node.children);
}
