import type { Element, ElementContent } from 'hast';
import { cellsOf, lineOf, rowsOfTable, tableRoomEm } from './table-room.js';

/** Widths of page, in letter heights, below which a table becomes a list of records: `recordRules()` has a rule for each. */
export const tableWidthsEm = [8, 10, 12, 15, 18, 22, 26, 30, 35, 40, 50, 60, 80] as const;

/**
 * Readies a table for pages of any width. A page of a book or of paper does not scroll sideways: what is wider is cut off, or printed
 * over the next page. So each cell gets the head of its column, in `data-label`; and where the room is less than the longest words
 * need, the style sheet sets each row as a record, one “head: value” a line.
 *
 * @returns the class, such as `needs-12`, for the element round the table: a query container for `recordRules()`
 */
export function readyForRecords(table: Element): string {
  const { head, body } = rowsOfTable(table);
  const labels = head.length === 0 ? [] : cellsOf(head[0]!).map(lineOf);
  for (const row of body)
    cellsOf(row).forEach((cell, column) => {
      if (labels[column]) cell.properties.dataLabel = labels[column];
    });
  const need = tableRoomEm(table);
  return `needs-${tableWidthsEm.find((width) => width >= need) ?? tableWidthsEm.at(-1)!}`;
}

/**
 * The rules that make records of the rows of a table that is too wide: its first cell is the title, each other cell a line with the head
 * of its column.
 *
 * @param query - what knows the room: `container`, or `media` where the page is all the room there is
 * @param rule - colour of lines
 * @param widthsEm - which of the widths are asked for
 */
export function recordRules(query: 'container' | 'media', rule: string, widthsEm: readonly number[] = tableWidthsEm): string {
  return widthsEm.map((width) => `@${query} (max-width: ${width - 0.01}em) {\n${records(`.needs-${width}`, rule)}}\n`).join('');
}

function records(table: string, rule: string): string {
  return `${table} table, ${table} caption, ${table} tbody, ${table} tr, ${table} tr > * { display: block; }
${table} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
${table} tr { border-top: 1px solid ${rule}; padding: 0.6em 0; break-inside: avoid; page-break-inside: avoid; }
${table} tr > * { border: 0; padding: 0.1em 0; text-align: start; }
${table} tr > :first-child { font-weight: bold; }
${table} [data-label]::before { content: attr(data-label) ": "; font-weight: bold; }
`;
}

/** The widths that the tables in some content ask for. */
export function tableRoomsIn(content: readonly ElementContent[]): number[] {
  const found = new Set<string>();
  const look = (node: ElementContent): void => {
    if (node.type !== 'element') return;
    if (Array.isArray(node.properties.className)) for (const name of node.properties.className) found.add(String(name));
    node.children.forEach(look);
  };
  content.forEach(look);
  return tableWidthsEm.filter((width) => found.has(`needs-${width}`));
}
