import { build, toText, type FlowContent, type PhrasingContent, type ReportNode } from '@everyread/core';
import { flattenCell, isLayout, makeTable, sayJoined, type CellJob } from '../grid.js';
import { tidyLine } from '../line.js';
import { attribute, childElements, childNodes, placeOf, words, type DomElement, type DomNode } from './dom.js';
import { isHidden, ownLanguage, readInline, seeNames, within } from './inline.js';
import type { Around } from './reader.js';

type ReadFlow = (nodes: readonly DomNode[], around: Around) => FlowContent[];

interface Cell {
  element: DomElement;
  blocks: FlowContent[];
}

/** A table: its caption, and its headers as `th` and `scope` say; merged cells give their text to each cell they covered. */
export function readHtmlTable(element: DomElement, around: Around, readFlow: ReadFlow): FlowContent[] {
  const { findings, places } = around.reader;
  seeNames(element, around);
  const names = places.take();
  findings.place = placeOf(element);
  const rows = rowsOf(element, around);
  const cells = rows.map(({ row }) =>
    childElements(row)
      .filter((each) => (each.tagName === 'td' || each.tagName === 'th') && !isHidden(each, around))
      .map((each): Cell => ({ element: each, blocks: readFlow(childNodes(each), within(each, around)) })),
  );
  const captionElement = childElements(element).find((each) => each.tagName === 'caption');
  const caption = captionElement ? tidyLine(readInline(childNodes(captionElement), within(captionElement, around))) : [];
  const blocks = cells.flat().map((cell) => cell.blocks);
  const silent = ['presentation', 'none'].includes(attribute(element, 'role') ?? '');
  const headed = cells.flat().some((cell) => cell.element.tagName === 'th');
  if (silent || (!headed && caption.length === 0 && isLayout(blocks, Math.max(0, ...cells.map((row) => row.length))))) {
    const flat = blocks.flat();
    if (flat.length > 0) findings.say('import-layout-table', 'A table that only places text was taken apart', toText(flat).slice(0, 40));
    findings.place = undefined;
    return flat;
  }
  if (cells.every((row) => row.length === 0)) return caption.length > 0 ? [build.paragraph({}, caption)] : [];
  const { grid, headers, merged } = giveOut(cells, around);
  if (merged) findings.say('import-merged-cells', 'Merged cells were split, each with the text of the whole', firstRow(grid).slice(0, 40));
  let headRows = 0;
  while (headRows < rows.length && (rows[headRows]!.head || isHeadRow(headers[headRows]!))) headRows += 1;
  const body = headers.slice(headRows);
  const headColumn =
    body.length > 0 && body.filter((row) => row[0] === true).length >= Math.max(1, body.length - emptyFirst(grid, headRows));
  const table = makeTable(
    { rows: grid, headRows, headColumn, merged, align: withLeft(alignOf(cells, headRows), element, around) },
    findings,
  );
  findings.place = undefined;
  if (caption.length > 0) (table.children as ReportNode[]).unshift(build.caption({}, caption));
  places.give(names, table);
  return [table];
}

/** The rows in the order in which a page shows them: the head first, the foot last. */
function rowsOf(table: DomElement, around: Around): { row: DomElement; head: boolean }[] {
  const groups = childElements(table).filter((each) => ['thead', 'tbody', 'tfoot', 'tr'].includes(each.tagName));
  const rank = (each: DomElement): number => (each.tagName === 'thead' ? 0 : each.tagName === 'tfoot' ? 2 : 1);
  return groups
    .map((each, index) => ({ each, index }))
    .sort((a, b) => rank(a.each) - rank(b.each) || a.index - b.index)
    .flatMap(({ each }) =>
      (each.tagName === 'tr' ? [each] : childElements(each).filter((row) => row.tagName === 'tr')).map((row) => ({
        row,
        head: each.tagName === 'thead',
      })),
    )
    .filter(({ row }) => !isHidden(row, around));
}

/** Whether all cells of a row are headers; the corner may be empty. */
function isHeadRow(row: readonly (boolean | undefined)[]): boolean {
  return row.length > 1 ? row.slice(1).every((header) => header === true) : row[0] === true;
}

function firstRow(grid: readonly PhrasingContent[][][]): string {
  return (grid[0] ?? []).map((cell) => toText(cell)).join(', ');
}

function emptyFirst(grid: readonly PhrasingContent[][][], from: number): number {
  return grid.slice(from).filter((row) => toText(row[0] ?? []) === '').length;
}

/** Lays the cells out in a grid (HTML Standard, 4.9.12.1). */
function giveOut(
  rows: readonly (readonly Cell[])[],
  around: Around,
): { grid: PhrasingContent[][][]; headers: (boolean | undefined)[][]; merged: boolean } {
  const grid: PhrasingContent[][][] = rows.map(() => []);
  const headers: (boolean | undefined)[][] = rows.map(() => []);
  let merged = false;
  const job: CellJob = { findings: around.reader.findings, own: around.reader.own, joined: false };
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row) {
      while (grid[index]![column] !== undefined) column += 1;
      const span = (name: string, most: number): number => {
        const written = Number(attribute(cell.element, name) ?? 1);
        return Number.isInteger(written) && written > 0 ? Math.min(written, most) : name === 'rowspan' && written === 0 ? most : 1;
      };
      const own = ownLanguage(cell.element, around);
      const flat = tidyLine(flattenCell(cell.blocks, job));
      const line = own && flat.length > 0 ? [build.span(own, flat)] : flat;
      let across = span('colspan', 100);
      let down = span('rowspan', rows.length - index);
      const copied = (across * down - 1) * (toText(line).length + 20);
      // Spans that go on for ever must not exhaust the memory.
      if (copied > around.reader.room) {
        around.reader.findings.count(
          'import-merged-cells',
          'A cell covers more cells than a report can hold; it became one',
          placeOf(cell.element),
        );
        across = down = 1;
      } else around.reader.room -= copied;
      if (across > 1 || down > 1) merged = true;
      for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < across; x += 1) {
          grid[index + y]![column + x] ??= x === 0 && y === 0 ? line : structuredClone(line);
          headers[index + y]![column + x] ??= cell.element.tagName === 'th';
        }
      }
      column += across;
    }
  });
  for (const row of grid) for (let at = 0; at < row.length; at += 1) row[at] ??= [];
  sayJoined(job, toText(rows[0]?.[0]?.blocks ?? []));
  return { grid, headers, merged };
}

/** The columns for which a page of our own says that their alignment was written down though it is the usual one. */
function withLeft(align: ReturnType<typeof alignOf>, table: DomElement, { reader }: Around): ReturnType<typeof alignOf> {
  const left = reader.own ? words(table, 'data-left') : [];
  return align.map((side, column) => (left.includes(String(column)) ? (side ?? 'left') : side));
}

/** The side at which the cells of a column stand, where all cells of the body stand there. */
function alignOf(rows: readonly (readonly Cell[])[], headRows: number): ('left' | 'right' | 'center' | null)[] {
  const sideOf = ({ element }: Cell): 'left' | 'right' | 'center' | null => {
    const own = words(element, 'class')
      .find((name) => name.startsWith('align-'))
      ?.slice(6);
    const said = own ?? attribute(element, 'align') ?? /text-align\s*:\s*(\w+)/i.exec(attribute(element, 'style') ?? '')?.[1];
    return said === 'right' || said === 'end' ? 'right' : said === 'center' ? 'center' : null;
  };
  const body = (rows.length > headRows ? rows.slice(headRows) : rows).map((row) => row.map(sideOf));
  return (body[0] ?? []).map((side, column) => (body.every((row) => row[column] === undefined || row[column] === side) ? side : null));
}
