import type { Element, ElementContent } from 'hast';
import { wordsOf } from '../fragments/element.js';

/** Room that one letter takes, in letter heights: that of wide typefaces, which readers choose, in bold. */
const letterEm = 0.62;
/** Room beside the words of a cell: padding and line. */
const besideEm = 1.3;

/** The rows of a table, as {@link tableOf} makes it. */
export interface TableRows {
  head: Element[];
  body: Element[];
}

/** The rows of a table, those of its head apart. */
export function rowsOfTable(table: Element): TableRows {
  const rowsOf = (part: string): Element[] =>
    elementsOf(table)
      .filter((child) => child.tagName === part)
      .flatMap(elementsOf);
  return { head: rowsOf('thead'), body: rowsOf('tbody') };
}

/** The cells of a row. */
export const cellsOf = (row: Element): Element[] => elementsOf(row);

/** The words of a cell on one line. */
export const lineOf = (cell: Element): string => wordsOf(cell.children).replace(/\s+/g, ' ').trim();

/**
 * The room that a table needs so that no word of it is cut, in letter heights. A page of a book does not scroll sideways: what is
 * wider is lost.
 */
export function tableRoomEm(table: Element): number {
  const { head, body } = rowsOfTable(table);
  const longest: number[] = [];
  for (const row of [...head, ...body])
    cellsOf(row).forEach((cell, column) => {
      longest[column] = Math.max(longest[column] ?? 0, ...wordsIn(cell).map((word) => [...word].length));
    });
  return longest.reduce((sum, letters) => sum + letters * letterEm + besideEm, 0);
}

/** A line ends at white space and behind a hyphen. */
const wordsIn = (cell: Element): string[] => lineOf(cell).split(/ |(?<=[\p{L}-]-)/u);

const elementsOf = (node: Element): Element[] =>
  (node.children as ElementContent[]).filter((child): child is Element => child.type === 'element');
