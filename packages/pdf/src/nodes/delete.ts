import type { Delete } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A line through it, and an attribute that says so. */
export function writeDelete(node: Delete, pen: Pen): void {
  const { line } = pen;
  if (line === undefined) return;
  const element = line.element.child('Span');
  element.attribute('Layout', 'TextDecorationType', '/LineThrough');
  pen.within({ element, style: { ...line.style, struck: true } }, node.children);
}
