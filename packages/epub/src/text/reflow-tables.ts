import { cellsOf, readyForRecords, rowsOfTable } from '@everyread/html';
import type { Element, ElementContent } from 'hast';

/**
 * Readies each table for pages of any width: see `readyForRecords()`. The roles of table, row and cell are written out because WebKit
 * forgets them in a table that is not laid out as one (WebKit bug 257458), and VoiceOver then reads an empty table.
 */
export function reflowTables(content: ElementContent[]): void {
  content.forEach((node, index) => {
    if (node.type !== 'element') return;
    if (node.tagName === 'table') content[index] = reflowTable(node);
    else reflowTables(node.children);
  });
}

function reflowTable(table: Element): Element {
  const needs = readyForRecords(table);
  const { head, body } = rowsOfTable(table);
  for (const row of [...head, ...body]) {
    row.properties.role = 'row';
    for (const cell of cellsOf(row)) cell.properties.role = roleOf(cell);
  }
  table.properties.role = 'table';
  for (const part of table.children) if (part.type === 'element' && part.tagName !== 'caption') part.properties.role = 'rowgroup';
  return { type: 'element', tagName: 'div', properties: { className: ['table-room', needs] }, children: [table] };
}

function roleOf({ tagName, properties }: Element): string {
  if (tagName !== 'th') return 'cell';
  return properties.scope === 'col' ? 'columnheader' : properties.scope === 'row' ? 'rowheader' : 'cell';
}
