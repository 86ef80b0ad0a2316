import type { Delete } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A line through it, an attribute that says so, and since no screen reader announces either, a word. */
export function writeDelete(node: Delete, pen: Pen): void {
  const { line } = pen;
  if (line === undefined) return;
  const element = line.element.child('Span');
  element.attribute('Layout', 'TextDecorationType', '/LineThrough');
  pen.within({ element, style: { ...line.style, struck: true } }, node.children);
  pen.text(` (${pen.world.words.deleted})`);
}
