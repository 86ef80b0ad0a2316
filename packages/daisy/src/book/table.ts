import type { Table } from '@everyread/core';
import type { Builder } from './build.js';
import { el, type Content, type Element } from './element.js';

/** A table with its headers marked, so that a player can tell them with each cell. */
export function makeTable(
  table: Table,
  headers: 'col' | 'row' | 'both',
  builder: Builder,
  caption?: readonly Content[],
  id?: string,
): Element {
  const columns = headers !== 'row';
  const rows = table.children.map((row, index) => {
    const isHead = columns && index === 0;
    const cells = row.children.map((cell, column) => {
      const isRowHead = headers !== 'col' && column === 0;
      return isHead || isRowHead
        ? el('th', { scope: isHead ? 'col' : 'row' }, builder.all(cell.children))
        : el('td', {}, builder.all(cell.children));
    });
    return el('tr', {}, cells);
  });
  const body = columns && rows.length > 1 ? [el('thead', {}, rows.slice(0, 1)), el('tbody', {}, rows.slice(1))] : [el('tbody', {}, rows)];
  return el('table', { id }, caption && caption.length > 0 && el('caption', {}, caption), body);
}
