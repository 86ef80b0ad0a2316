import { toText } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** A header has its scope (WCAG 2.2, 1.3.1); an empty corner heads nothing. */
export const tableCell: Handle<'tableCell'> = (node, context) => {
  const place = context.cells.get(node) ?? {};
  const align = place.align && place.align !== 'left' ? { className: [`align-${place.align}`] } : {};
  const heads = place.header !== undefined && toText(node) !== '';
  return h(heads ? 'th' : 'td', { ...(heads ? { scope: place.header } : {}), ...align }, context.all(node));
};
