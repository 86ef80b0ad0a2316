import {
  captionOf,
  is,
  ruleMessage,
  toText,
  type Caption,
  type DataTable,
  type Table,
  type TableCell,
  type TableRow,
} from '@everyread/core';
import { emitLines, emitPrintPage, emitText, inline, printPagesIn, translate, type PrintPage, type Scope } from '../composer.js';
import { columnarTable } from '../format/table.js';
import { brailleRules } from '../messages.js';
import type { LineRun } from '../transcriber.js';
import { blockTitle } from './key-figures.js';
import { spaceAround } from './list.js';
import { nameFirst } from './quotation.js';

export function dataTable(node: DataTable, scope: Scope): LineRun[] {
  const { blocks } = scope.composer;
  const from = blocks.length;
  const table = node.children.find((child) => is(child, 'table'));
  if (is(table, 'table')) tableBlocks(table, node, captionOf(node), scope);
  else blockTitle(captionOf(node), scope);
  nameFirst(blocks, from, node.id);
  spaceAround(blocks, from);
  return [];
}

/** A table that stands alone: core wraps each, so this is one that a caller made. */
export function table(node: Table, scope: Scope): LineRun[] {
  tableBlocks(node, { headers: 'col' }, undefined, scope);
  return [];
}

/** Rows and cells are read by their table. */
export function tableRow(_node: TableRow, _scope: Scope): LineRun[] {
  return [];
}
export function tableCell(node: TableCell, scope: Scope): LineRun[] {
  return inline(node.children, scope);
}

/** Columns where they fit, else a list, else lines; each change is announced (BANA Formats 11.17). */
export function tableBlocks(node: Table, settings: { headers?: string }, caption: Caption | undefined, scope: Scope): void {
  const { composer } = scope;
  const rows = node.children as TableRow[];
  const plain: Scope = { ...scope, plain: true, lead: undefined };
  const raw = rows.map((row) => row.children.map((cell) => inline(cell.children, plain)));
  const runs = raw.map((row) => row.map((cell) => notBlank(cell.filter((run) => !('printPage' in run)))));
  // A printed page that begins inside a row is marked before it: within the row its number would read as an entry.
  const marks = raw.map((row) => printPagesIn(row.flat()));
  const columns = runs.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return;
  blockTitle(caption, scope);
  const mark = (row: number): void => marks[row]?.forEach((page) => emitPrintPage(page, composer));
  mark(0);
  if (columns === 1) {
    singleColumn(runs, mark, scope);
    return;
  }
  // Where only the first column has headers, the first row is a row like the others.
  const headed = settings.headers !== 'row';
  const body = headed ? runs.slice(1) : runs;
  // Those of the first row stand before the table.
  const pagesBefore = (index: number): PrintPage[] => marks[headed ? index + 1 : index]?.slice(index === 0 && !headed ? Infinity : 0) ?? [];
  const markBody = (index: number): void => pagesBefore(index).forEach((page) => emitPrintPage(page, composer));
  const right = Array.from(
    { length: columns },
    (_, column) => node.align?.[column] === 'right' || figures(headed ? rows.slice(1) : rows, column),
  );
  const laid = columnarTable(
    { rows: runs.map((row) => Array.from({ length: columns }, (_, column) => translate(row[column] ?? [], plain))), right, head: headed },
    composer.style,
    composer.style.cellsPerLine,
  );
  if (laid !== undefined) {
    if (headed) composer.transcriber.used.add('tableRule');
    if (laid.guideDots) composer.transcriber.used.add('guideDots');
    let open = [...laid.head];
    let first = true;
    const close = (after: number): void => {
      const settings = first ? { together: laid.head.length + 1, before: 1 } : { before: 0 };
      emitLines(open, scope, { repeat: laid.head, ...settings, after });
      open = [];
      first = false;
    };
    laid.body.forEach((lines, index) => {
      if (pagesBefore(index).length > 0) close(0);
      markBody(index);
      open.push(...lines);
    });
    close(1);
    return;
  }
  composer.decisions.tables = true;
  composer.context.message(
    ruleMessage(brailleRules['braille-table-shape'], {
      node,
      source: 'braille',
      reason: `A table of ${columns} columns does not fit ${composer.style.cellsPerLine} cells and is written as a list`,
    }),
  );
  if (!headed) {
    // No heading to repeat: each row says its own name and then what it holds.
    body.forEach((row, index) => {
      markBody(index);
      emitText(linear(row, columns), scope, { first: 0, rest: 2, ...(index === 0 ? { before: 1 } : {}) });
    });
    return;
  }
  const head = runs[0];
  const note = notePlace(scope);
  if (columns > 6) {
    const names = (head ?? []).flatMap((cell, index) => (index === 0 ? cell : [{ text: '; ' }, ...cell]));
    const [before, after] = composer.words.tableLinear.split('{columns}');
    const { transcriber } = composer;
    emitText(transcriber.noteOf(transcriber.ownRun(before!), ...names, transcriber.ownRun(after!)), note, {
      keepWithNext: true,
      before: 1,
    });
    body.forEach((row, index) => {
      markBody(index);
      emitText(linear(row, columns), scope, { first: 0, rest: 2 });
    });
    return;
  }
  // A name without an entry would look like a loss.
  const empty = body.some((row) => Array.from({ length: columns }, (_, column) => row[column] ?? []).some((cell) => cell.length === 0));
  const announced = empty ? `${composer.words.tableListed} ${composer.words.emptyEntries}` : composer.words.tableListed;
  emitText(composer.transcriber.note(announced, true), note, { keepWithNext: true, before: 1 });
  for (const [at, row] of body.entries()) {
    markBody(at);
    const rowName = row[0]?.length ? row[0] : [{ text: '–' }];
    emitText([...(head?.[0] ?? []), ...(head?.[0]?.length ? [{ text: ': ' }] : []), ...rowName], scope, {
      first: 0,
      rest: 4,
      keepWithNext: row.slice(1).some((cell) => cell.length > 0),
    });
    row.slice(1).forEach((cell, index) => {
      if (cell.length === 0) return;
      const name = head?.[index + 1] ?? [];
      emitText([...name, ...(name.length > 0 ? [{ text: ': ' }] : []), ...cell], scope, { first: 2, rest: 4 });
    });
  }
}

/** “Row: entry; entry; entry”, an empty entry shown by a dash so that none moves to another column. */
function linear(row: readonly LineRun[][], columns: number): LineRun[] {
  const out: LineRun[] = [...(row[0] ?? [])];
  for (let column = 1; column < columns; column += 1) {
    const cell = row[column] ?? [];
    out.push({ text: column === 1 ? ': ' : '; ' }, ...(cell.length > 0 ? cell : [{ text: '–' }]));
  }
  return out;
}

function singleColumn(runs: readonly LineRun[][][], mark: (row: number) => void, scope: Scope): void {
  const [head, ...body] = runs;
  const cell = scope.composer.style.headingCell2 - 1;
  if (head?.[0]?.length) emitText(head[0], { ...scope, lead: undefined }, { first: cell, rest: cell, keepWithNext: true, before: 1 });
  body.forEach((row, index) => {
    mark(index + 1);
    emitText(row[0] ?? [], { ...scope, lead: undefined }, { first: 0, rest: 2 });
  });
}

/** Runs that say something, or none. */
function notBlank(runs: LineRun[]): LineRun[] {
  return runs.some((run) => run.text.trim() !== '' || run.cells !== undefined) ? runs : [];
}

/** Whether a column of these rows holds figures. */
function figures(rows: readonly TableRow[], column: number): boolean {
  const cells = rows.map((row) => (row.children[column] ? toText(row.children[column]) : ''));
  const full = cells.filter((cell) => cell !== '');
  return column > 0 && full.length > 0 && full.every((cell) => /^[£$€+−-]?\s?[\d.,]+\s?%?$/.test(cell));
}

function notePlace(scope: Scope): Scope {
  const { style } = scope.composer;
  return { ...scope, lead: undefined, paragraph: { first: style.noteFirstCell - 1, rest: style.noteRunoverCell - 1 } };
}
