import { tableSize, type Words } from '@everyread/core';
import { cellsOf, h, lineOf, rowsOfTable, tableRoomEm, type OtherLanguage } from '@everyread/html';
import type { Element, ElementContent } from 'hast';
import { mapElements, textOf } from './element.js';

/**
 * The page of a Kindle in letter heights: 80 mm of text on a screen of 6 inches, in letters of 13 points, three steps larger than it
 * comes with. A line holds some 34 letters then. A Kindle cuts off what is wider (docs/decisions/0053).
 */
const pageEm = 17;
const lettersInLine = 34;

/** A row that would take more lines than these even if its words filled the page: in columns it runs down the page and is lost track of. */
const mostLines = 5;

/** What stands for a cell without words, as in large print. */
const emptyCell = '–';

/** Writes tables that a Kindle’s page has no room for as records: one “head: value” a line, as in large print. */
export function recordTables(content: readonly ElementContent[], words: Words, language: OtherLanguage): ElementContent[] {
  return mapElements(content, (element) =>
    element.tagName === 'table' && !fits(element) ? recordsOf(element, words, language) : [element],
  );
}

function fits(table: Element): boolean {
  const { head, body } = rowsOfTable(table);
  const rows = [...head, ...body].map(cellsOf);
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2) return true;
  const letters = (row: readonly Element[]): number => row.reduce((sum, cell) => sum + lineOf(cell).length, 0);
  const isTall = columns > 2 && rows.some((row) => letters(row) > mostLines * lettersInLine);
  return !isTall && tableRoomEm(table) <= pageEm;
}

/**
 * Caption, size, then a list for each row: its first cell a term, the other cells what is said of it. Names of columns are bold: the
 * read-back knows them by that.
 */
function recordsOf(table: Element, words: Words, language: OtherLanguage): Element[] {
  const { head, body } = rowsOfTable(table);
  const caption = table.children.find((child): child is Element => child.type === 'element' && child.tagName === 'caption');
  // Headers that head nothing are a record of their own.
  const rows = (body.length > 0 ? body : head).map(cellsOf);
  const heads = body.length > 0 && head[0] ? cellsOf(head[0]) : [];
  const columns = Math.max(heads.length, ...rows.map((row) => row.length));
  const records = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const label = heads[column] ? labelOf(heads[column], index === 0) : [];
      const named = label.length === 0 ? [] : [h('b', {}, label, ':'), ' '];
      const value = saysSomething(cell) ? cell.children : [emptyCell];
      return column === 0 ? h('dt', {}, named, h('b', {}, value)) : h('dd', {}, named, value);
    });
    return h('dl', {}, cells);
  });
  return [
    ...(caption ? [h('p', { className: ['records-title'] }, h('b', {}, caption.children))] : []),
    h('p', { className: ['records-size'], ...language }, tableSize(words, columns, body.length)),
    h('div', { className: ['records'] }, records),
  ];
}

const saysSomething = (cell: Element): boolean => lineOf(cell) !== '' || holdsPicture(cell.children);

const holdsPicture = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => node.type === 'element' && (node.tagName === 'img' || holdsPicture(node.children)));

/** The name of a column. Its notes, links and places stand once, in the first record. */
function labelOf(head: Element, first: boolean): readonly ElementContent[] {
  if (!saysSomething(head)) return [];
  return first ? head.children : repeated(head.children);
}

function repeated(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const classes = textOf(node, 'className') ?? '';
    if (/\b(?:note-mark|page-break)\b/.test(classes)) return [];
    if (node.tagName === 'img') return [{ type: 'text', value: textOf(node, 'alt') ?? '' }];
    const children = repeated(node.children);
    if (node.tagName === 'a') return children;
    return [{ ...node, properties: { ...node.properties, id: undefined }, children }];
  });
}
