import type { Div } from '@everyread/core';
import { directionOf } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A passage in another language or direction. */
export function writeDiv(node: Div, pen: Pen): void {
  const dir = node.dir === undefined || node.dir === 'auto' ? (node.lang ? directionOf(node.lang) : pen.rtl ? 'rtl' : 'ltr') : node.dir;
  const element = pen.element.child('Div', { lang: node.lang });
  if (dir === 'rtl') element.attribute('Layout', 'WritingMode', '/RlTb');
  if (node.id) {
    pen.flow.anchor(node.id);
    pen.world.places.set(node.id, element);
  }
  pen.into(element, { rtl: dir === 'rtl' }).blocks(node.children);
}
