import { cellWithUnit, toText, type TableCell } from '@everyread/core';
import type { ElementContent, FragmentContext, Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** A header has its scope (WCAG 2.2, 1.3.1); an empty corner heads nothing. */
export const tableCell: Handle<'tableCell'> = (node, context) => {
  const place = context.cells.get(node) ?? {};
  const align = place.align && place.align !== 'left' ? { className: [`align-${place.align}`] } : {};
  const heads = place.header !== undefined && toText(node) !== '';
  return h(
    heads ? 'th' : 'td',
    { ...(heads ? { scope: place.header } : {}), ...align },
    place.unit ? figureOf(node, place.unit, context) : context.all(node),
  );
};

/** A figure of a chart as the chart prints it: “48.6” is “48.6%” to those who only hear its cell, too. */
function figureOf(node: TableCell, unit: string, context: FragmentContext): ElementContent[] {
  const said = context.all(node);
  const text = toText(node).trim();
  const whole = cellWithUnit(text, unit);
  if (whole === text) return said;
  if (whole.startsWith(text)) return [...said, { type: 'text', value: whole.slice(text.length) }];
  if (whole.endsWith(text)) return [{ type: 'text', value: whole.slice(0, -text.length) }, ...said];
  return [{ type: 'text', value: whole }];
}
