import { drawItems, Flow, heightOf, holeForTable, settle, type Box, type Item, type Surface } from '../layout/flow.js';
import { baselineOf, type Pen } from '../pen.js';
import { drawLine } from '../text/draw.js';
import type { Line } from '../text/paragraph.js';
import type { Note } from '@everyread/core';
import type { Cell, Grid } from './table.js';

/** Rows of more lines than this may be parted by a page. */
const whole = 10;

/** Lays a table as rows; its header rows stand again, as artifacts, at the top of each further page. */
export function layRows(pen: Pen, grid: Grid, widths: readonly number[], padding: number): void {
  const { palette } = pen.world.sheet;
  const headFlow = new Flow();
  const headPen = pen.into(pen.element, { flow: headFlow });
  grid.head.forEach((row) =>
    layRow(headPen, row, widths, padding, { colour: palette.tint, rule: palette.heading, ruleWidth: 1.5, keep: true }),
  );
  const head: Item[] = settle(headFlow.items);
  const height = heightOf(head);
  const surface: Surface = {
    padTop: 0,
    padBottom: 0,
    draw: () => undefined,
    again: () => (height === 0 || height > pen.world.sheet.page.heightPt / 4 ? [] : [repeated(head, height)]),
  };
  pen.flow.open(surface);
  const from = pen.flow.items.length;
  pen.flow.take(head);
  grid.body.forEach((row, index) => {
    // No row stands alone at the foot or the head of a page.
    const keep = (index === 0 || index === grid.body.length - 2) && index < grid.body.length - 1;
    layRow(pen, row, widths, padding, { rule: palette.rule, ruleWidth: 0.75, keep });
  });
  pen.flow.together(from, pen.world.sheet.page.heightPt * 0.35, holeForTable);
  pen.flow.close(surface);
}

function repeated(items: readonly Item[], height: number): Box {
  return {
    kind: 'box',
    height,
    keep: true,
    draw: (canvas, y) => canvas.asArtifact('Pagination', () => drawItems(canvas, items, y)),
  };
}

interface RowLook {
  colour?: string;
  rule: string;
  ruleWidth: number;
  keep: boolean;
}

function layRow(pen: Pen, row: readonly Cell[], widths: readonly number[], padding: number, look: RowLook): void {
  const { sheet } = pen.world;
  const { frame, rtl } = pen;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const cells = row.map((cell, column) => {
    const before = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const x = rtl ? frame.x + frame.width - before - widths[column]! : frame.x + before;
    return { cell, x: x + padding, width: widths[column]! - padding * 2, ...pen.set(cell.runs, widths[column]! - padding * 2) };
  });
  const surface: Surface = {
    padTop: padding * 0.75,
    padBottom: padding * 0.75,
    draw: (canvas, top, bottom) => {
      const x = rtl ? frame.x + frame.width - total : frame.x;
      if (look.colour) canvas.background(x, top, total, bottom - top, look.colour);
      canvas.background(x, bottom - look.ruleWidth / 2, total, look.ruleWidth, look.rule);
    },
  };
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const spec = sheet.body;
  const baseline = baselineOf(spec, pen.world);
  pen.flow.open(surface);
  for (let index = 0; index < count; index += 1) {
    const shown: { line: Line; x: number; rtl: boolean }[] = [];
    const notes: Note[] = [];
    const anchors: string[] = [];
    for (const { cell, x, width, lines, rtl: lineRtl } of cells) {
      const line = lines[index];
      if (line === undefined) continue;
      const free = width - line.width;
      const end = cell.align === 'end' ? !lineRtl : lineRtl;
      shown.push({ line, x: x + (cell.align === 'center' ? free / 2 : end ? free : 0), rtl: lineRtl });
      notes.push(...line.notes);
      anchors.push(...line.anchors);
    }
    const inside = index < count - 1 && (count <= whole || index === 0 || index === count - 2);
    pen.flow.box(
      spec.leadPt,
      (canvas, y) => {
        for (const { line, x, rtl: lineRtl } of shown) drawLine(canvas, line, { x, y: y + baseline, rtl: lineRtl, link: pen.world.link });
      },
      { keep: look.keep || inside, notes, anchors },
    );
  }
  pen.flow.close(surface);
}
