import type { Span } from '@everyread/core';
import { directionOf } from '@everyread/core';
import type { Pen } from '../pen.js';

/** Words in another language or direction (PDF/UA-1 7.2). */
export function writeSpan(node: Span, pen: Pen): void {
  const { line } = pen;
  if (line === undefined) return;
  const dir = node.dir === 'auto' ? undefined : (node.dir ?? (node.lang ? directionOf(node.lang) : undefined));
  pen.within({ element: node.lang ? line.element.child('Span', { lang: node.lang }) : line.element, dir: dir ?? line.dir }, node.children);
}
