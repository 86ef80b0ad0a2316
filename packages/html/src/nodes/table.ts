import type { Table } from '@everyread/core';
import type { Element, ElementContent } from 'hast';
import type { FragmentContext, Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { readyForRecords } from '../books/record-tables.js';

/** A table that nothing wraps: the first row holds the headers. */
export const table: Handle<'table'> = (node, context) => tableOf(node, context, { headers: 'col' });

/** How a table is set. */
export interface TableStyle {
  headers: 'col' | 'row' | 'both';
  caption?: ElementContent[];
  /** What a screen reader calls it where there is no caption. */
  label?: string;
}

/** The columns, from 0, whose alignment was written down though it is the usual one. */
function leftColumns(node: Table): string {
  return (node.align ?? []).flatMap((side, column) => (side === 'left' ? [column] : [])).join(' ');
}

/** A table with `scope` on every header, in a region that scrolls by keyboard where that is asked for. */
export function tableOf(node: Table, context: FragmentContext, style: TableStyle): Element {
  const columns = style.headers !== 'row';
  node.children.forEach((row, rowIndex) => {
    row.children.forEach((cell, column) => {
      const header = columns && rowIndex === 0 ? 'col' : style.headers !== 'col' && column === 0 ? 'row' : undefined;
      const align = node.align?.[column];
      context.cells.set(cell, { ...(header ? { header } : {}), ...(align ? { align } : {}) });
    });
  });
  const rows = context.some(node.children);
  const captionId = style.caption && context.options.scrollRegions ? context.unique('table-caption') : undefined;
  const element = h(
    'table',
    {
      ...context.data({ left: leftColumns(node) }),
      ...(style.caption === undefined && style.label && !context.options.scrollRegions ? { ariaLabel: style.label } : {}),
    },
    style.caption && h('caption', { id: captionId }, context.options.scrollRegions ? h('span', {}, style.caption) : style.caption),
    columns && rows.length > 0 && h('thead', {}, rows[0]),
    rows.length > (columns ? 1 : 0) && h('tbody', {}, columns ? rows.slice(1) : rows),
  );
  if (!context.options.scrollRegions) return element;
  // A group, not a region: a landmark for each table would drown the real ones.
  return h(
    'div',
    {
      className: ['table-scroll', readyForRecords(element)],
      role: 'group',
      tabIndex: 0,
      ...(captionId ? { ariaLabelledBy: [captionId] } : { ariaLabel: style.label }),
    },
    element,
  );
}
