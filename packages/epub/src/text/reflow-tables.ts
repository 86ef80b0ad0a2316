import { wordsOf } from '@everyread/html';
import type { Element, ElementContent } from 'hast';

/** Widths of page, in letter heights, below which a table becomes a list of records: `tableStyle()` has a rule for each. */
export const tableWidthsEm = [8, 10, 12, 15, 18, 22, 26, 30, 35, 40, 50, 60, 80] as const;

/** Room that one letter takes, in letter heights: that of wide typefaces, which readers choose, in bold. */
const letterEm = 0.62;
/** Room beside the words of a cell: padding and line. */
const besideEm = 1.3;

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
  const head = rowsOf(table, 'thead');
  const body = rowsOf(table, 'tbody');
  const labels = head.length === 0 ? [] : cellsOf(head[0]!).map((cell) => wordListOf(cell.children).join(' '));
  const needs: number[] = [];
  for (const row of [...head, ...body]) {
    row.properties.role = 'row';
    cellsOf(row).forEach((cell, column) => {
      const scope = cell.tagName === 'th' ? cell.properties.scope : undefined;
      cell.properties.role = scope === 'col' ? 'columnheader' : scope === 'row' ? 'rowheader' : 'cell';
      const label = labels[column];
      if (label && body.includes(row)) cell.properties.dataLabel = label;
      needs[column] = Math.max(needs[column] ?? 0, ...wordListOf(cell.children).map((word) => [...word].length));
    });
  }
  table.properties.role = 'table';
  for (const part of elementsOf(table)) if (part.tagName !== 'caption') part.properties.role = 'rowgroup';
  const need = needs.reduce((sum, letters) => sum + letters * letterEm + besideEm, 0);
  const step = tableWidthsEm.find((width) => width >= need) ?? tableWidthsEm.at(-1)!;
  return { type: 'element', tagName: 'div', properties: { className: ['table-room', `needs-${step}`] }, children: [table] };
}

const elementsOf = (node: Element): Element[] => node.children.filter((child): child is Element => child.type === 'element');
const rowsOf = (table: Element, part: string): Element[] =>
  elementsOf(table)
    .filter((child) => child.tagName === part)
    .flatMap(elementsOf);
const cellsOf = (row: Element): Element[] => elementsOf(row);

/** The words of a cell; a line ends at white space and behind a hyphen. */
function wordListOf(content: readonly ElementContent[]): string[] {
  return wordsOf(content)
    .split(/\s+|(?<=[\p{L}-]-)/u)
    .filter((word) => word !== '');
}
