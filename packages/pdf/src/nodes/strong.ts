import type { Strong } from '@everyread/core';
import { emphasised, type Pen } from '../pen.js';

export function writeStrong(node: Strong, pen: Pen): void {
  const { line, world } = pen;
  if (line === undefined) return;
  const style = { ...line.style, style: emphasised(line.style.style, 'bold', world.sheet.largePrint) };
  pen.within({ style, element: world.options.ua2 ? line.element.child('Strong') : line.element }, node.children);
}
