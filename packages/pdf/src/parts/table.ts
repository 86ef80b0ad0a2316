import type { Caption, Table } from '@everyread/core';
import { toText } from '@everyread/core';
import { Flow } from '../layout/flow.js';
import type { Pen } from '../pen.js';
import { contentWidths } from '../text/paragraph.js';
import type { Run } from '../text/run.js';
import { columnWidths } from './column-widths.js';
import { layRecords } from './records.js';
import { layRows } from './rows.js';
import { pdfString } from '../engine/pdf-string.js';
import type { Element } from '../engine/structure.js';

/** How a table is to be written. */
export interface TableSpec {
  headers: 'col' | 'row' | 'both';
  caption?: Caption | undefined;
  id?: string | undefined;
}

/** A cell in the structure, with its text. */
export interface Cell {
  runs: Run[];
  align: 'start' | 'end' | 'center';
  isHeader: boolean;
}

/** A table read for layout; header rows first. */
export interface Grid {
  columns: number;
  head: Cell[][];
  body: Cell[][];
}

/** Writes a table: as rows where its words fit the columns, else as records of labelled cells. */
export function layTable(pen: Pen, node: Table, spec: TableSpec): void {
  const { sheet, book } = pen.world;
  const element = pen.element.child('Table');
  const inner = pen.into(element);
  pen.flow.space(sheet.blockGapPt);
  if (spec.id) {
    pen.flow.anchor(spec.id);
    pen.world.places.set(spec.id, element);
  }
  if (spec.caption) {
    inner.paragraph(inner.inline(spec.caption.children, element.child('Caption'), sheet.caption), sheet.caption, {
      keep: true,
      balance: true,
    });
    pen.flow.space(sheet.body.sizePt * 0.5, true);
  }
  const grid = readGrid(inner, node, spec, element);
  const padding = sheet.body.sizePt * (sheet.largePrint ? 0.45 : 0.6);
  const rows = [...grid.head, ...grid.body];
  const cells = rows.map((row) => row.map((cell) => contentWidths(cell.runs, book, sheet.largePrint)));
  const widths = columnWidths(cells, pen.frame.width, padding, sheet.body.sizePt);
  const lay = (flow: Flow): void => {
    const target = inner.into(element, { flow });
    if (widths) layRows(target, grid, widths, padding);
    else layRecords(target, grid, spec);
  };
  if (!widths) pen.world.recordsFor(node);
  if (rows.some((row) => row.some((cell) => cell.runs.some((run) => typeof run.text === 'function')))) {
    pen.flow.late(() => {
      const flow = new Flow();
      lay(flow);
      return flow;
    });
  } else lay(pen.flow);
  pen.flow.space(sheet.blockGapPt);
  pen.takeNotes(inner);
}

const figure = /^[-−+]?[£$€]?\d[\d,.\u00a0]*%?$/;

/** Makes the elements of a table: TH with scope and ID, TD with the IDs of its headers (PDF/UA-1 7.5). */
function readGrid(pen: Pen, node: Table, spec: TableSpec, table: Element): Grid {
  const { sheet, context } = pen.world;
  const columns = Math.max(1, ...node.children.map((row) => row.children.length));
  const hasHead = spec.headers !== 'row';
  const hasSide = spec.headers !== 'col';
  const headIds: string[] = [];
  // A column of nothing but figures is set to the right, so that their places stand below one another.
  const figures = Array.from({ length: columns }, (_, column) => {
    const texts = node.children.slice(hasHead ? 1 : 0).map((row) => (row.children[column] ? toText(row.children[column]) : ''));
    return !(hasSide && column === 0) && texts.some((text) => text !== '') && texts.every((text) => text === '' || figure.test(text));
  });
  const align = (column: number): Cell['align'] => {
    const asked = node.align?.[column];
    return asked === 'right' || (!asked && figures[column]) ? 'end' : asked === 'center' ? 'center' : 'start';
  };
  const head: Cell[][] = [];
  const body: Cell[][] = [];
  const groups: Partial<Record<'THead' | 'TBody', Element>> = {};
  node.children.forEach((row, rowIndex) => {
    const isHead = hasHead && rowIndex === 0;
    // A THead needs a TBody after it (PDF/UA-1 7.2): headers without rows are the body themselves.
    const part = isHead && node.children.length > 1 ? 'THead' : 'TBody';
    const group = (groups[part] ??= table.child(part));
    const element = group.child('TR');
    let sideId: string | undefined;
    const cells: Cell[] = [];
    for (let column = 0; column < columns; column += 1) {
      const cell = row.children[column];
      const isSide = hasSide && column === 0 && !isHead;
      const isHeader = isHead || isSide;
      const id = isHeader ? context.id('th') : undefined;
      const cellElement = element.child(isHeader ? 'TH' : 'TD', { id });
      if (isHeader) cellElement.attribute('Table', 'Scope', isHead ? '/Column' : '/Row');
      else {
        const ids = [headIds[column], sideId].filter((each): each is string => each !== undefined);
        if (ids.length > 0) cellElement.attribute('Table', 'Headers', `[${ids.map(pdfString).join('')}]`);
      }
      if (isHead && id && (cell ? toText(cell) : '') !== '') headIds[column] = id;
      if (isSide) sideId = id;
      const look = isHeader ? { ...sheet.body, bold: true, colour: sheet.palette.heading } : sheet.body;
      cells.push({ runs: cell ? pen.inline(cell.children, cellElement, look) : [], align: align(column), isHeader });
    }
    (isHead ? head : body).push(cells);
  });
  return { columns, head, body };
}
