import { cellsOf, lineOf, rowsOfTable, tableRoomEm } from '@everyread/html';
import type { Element, ElementContent } from 'hast';

/** Widths of page, in letter heights, below which a table becomes a list of records: `tableStyle()` has a rule for each. */
export const tableWidthsEm = [8, 10, 12, 15, 18, 22, 26, 30, 35, 40, 50, 60, 80] as const;

/**
 * Readies tables for pages of any width. A page of an e-book does not scroll sideways: what is wider is cut off, or printed over the
 * next page. So each table tells how much room its longest words need, and each cell the head of its column; where the
 * room is less, the style sheet sets each row as a record, one “head: value” a line. The roles of table, row and cell are written out
 * because WebKit forgets them in a table that is not laid out as one (WebKit bug 257458), and VoiceOver then reads an empty table.
 */
export function reflowTables(content: ElementContent[]): void {
  content.forEach((node, index) => {
    if (node.type !== 'element') return;
    if (node.tagName === 'table') content[index] = reflowTable(node);
    else reflowTables(node.children);
  });
}

function reflowTable(table: Element): Element {
  const { head, body } = rowsOfTable(table);
  const inBody = new Set(body);
  const labels = head.length === 0 ? [] : cellsOf(head[0]!).map(lineOf);
  for (const row of [...head, ...body]) {
    row.properties.role = 'row';
    cellsOf(row).forEach((cell, column) => {
      const scope = cell.tagName === 'th' ? cell.properties.scope : undefined;
      cell.properties.role = scope === 'col' ? 'columnheader' : scope === 'row' ? 'rowheader' : 'cell';
      const label = labels[column];
      if (label && inBody.has(row)) cell.properties.dataLabel = label;
    });
  }
  table.properties.role = 'table';
  for (const part of table.children) if (part.type === 'element' && part.tagName !== 'caption') part.properties.role = 'rowgroup';
  const need = tableRoomEm(table);
  const step = tableWidthsEm.find((width) => width >= need) ?? tableWidthsEm.at(-1)!;
  return { type: 'element', tagName: 'div', properties: { className: ['table-room', `needs-${step}`] }, children: [table] };
}
