import { excerpt, fold } from '../outline/fold.js';
import { itemsOf, type ModelOutline, type Outline, type TableCellItem, type TableItem } from '../outline/outline.js';
import { alignLists } from './sequence.js';
import type { Say } from './report-difference.js';

type Grid = TableItem['rows'];

/** An edition may add to a cell: a unit, a note mark, “no figure” in an empty one. */
const holds = (cell: TableCellItem | undefined, wanted: TableCellItem): boolean => {
  if (cell === undefined) return false;
  const words = wanted.text.split(' ');
  let at = 0;
  for (const word of words) {
    const found = cell.text.indexOf(word, at);
    if (found < 0) return false;
    at = found + word.length;
  }
  return true;
};

const flat = (rows: Grid): string => fold(rows.map((row) => row.map((cell) => cell.text).join(' ')).join(' '));

/** Two tables are one if most of their cells agree. */
function alike(wanted: TableItem, found: TableItem): boolean {
  if (flat(wanted.rows) === flat(found.rows)) return true;
  const cells = wanted.rows.flatMap((row, y) => row.map((cell, x) => holds(found.rows[y]?.[x], cell)));
  return cells.length > 0 && cells.filter(Boolean).length * 2 > cells.length;
}

/**
 * The tables: as many, with the same cells, and headers where the report has them.
 *
 * @param asRecords - whether the edition may set tables as records (large print, Braille): then one may be missing as a table
 */
export function compareTables(model: ModelOutline, edition: Outline, asRecords: boolean, say: Say): void {
  if (edition.lacks?.includes('table')) return;
  const wanted = itemsOf(model, 'table');
  const found = itemsOf(edition, 'table');
  const pairs = alignLists(wanted, found, alike);
  const met = new Set(pairs.map(([index]) => index));
  for (const [index, table] of wanted.entries()) {
    if (met.has(index) || asRecords) continue;
    say(
      'read-back-table',
      `the table “${table.caption ?? excerpt(flat(table.rows), 40)}” is missing, in another place, or has other cells`,
      table,
    );
  }
  for (const [at, to] of pairs) compareTable(wanted[at]!, found[to]!, say);
}

function compareTable(wanted: TableItem, found: TableItem, say: Say): void {
  const name = `the table “${wanted.caption ?? excerpt(flat(wanted.rows), 40)}”`;
  if (wanted.rows.length !== found.rows.length)
    say('read-back-table', `${name} has ${found.rows.length} rows, not ${wanted.rows.length}`, wanted);
  for (const [y, row] of wanted.rows.entries()) {
    const other = found.rows[y];
    if (other === undefined) break;
    if (other.length !== row.length) say('read-back-table', `row ${y + 1} of ${name} has ${other.length} cells, not ${row.length}`, wanted);
    for (const [x, cell] of row.entries()) {
      if (other[x] === undefined) break;
      if (!holds(other[x], cell))
        say('read-back-table', `the cell “${excerpt(cell.text, 30)}” of ${name} holds “${excerpt(other[x].text, 30)}”`, wanted);
      // The first cell of a record is its title; where nothing but headers is in a table, they are the record.
      if (found.asRecords && (x === 0 || wanted.rows.length === 1)) continue;
      // An empty corner heads nothing: editions print it as an ordinary cell, which is right.
      if (cell.header !== undefined && other[x].header === undefined && cell.text !== '') {
        say('read-back-table', `the cell “${excerpt(cell.text, 30)}” of ${name} is no header`, wanted);
      } else if (cell.header === undefined && other[x].header !== undefined && cell.text !== '')
        say('read-back-table', `the cell “${excerpt(cell.text, 30)}” of ${name} is a header`, wanted);
    }
  }
}
