import type { Abbreviation } from '@everyread/core';
import type { Pen } from '../pen.js';

/** The long form goes with it (PDF 1.7, 14.9.5). */
export function writeAbbreviation(node: Abbreviation, pen: Pen): void {
  const { line } = pen;
  if (line === undefined) return;
  pen.within({ element: line.element.child('Span', { expansion: node.title }) }, node.children);
}
