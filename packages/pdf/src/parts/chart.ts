import { bodyOf, captionOf, drawChart, is, withUnits, type Chart, type Drawing, type Shape } from '@everyread/core';
import type { Canvas } from '../engine/canvas.js';
import { pdfNumber } from '../engine/pdf-string.js';
import { arcToCurves } from '../engine/arc.js';
import type { Element, Leaf } from '../engine/structure.js';
import type { Pen } from '../pen.js';
import { boundFigure } from './figure.js';
import { layTable } from './table.js';

/** A chart drawn from its data, with what it shows as its text alternative and the data as a table below it. */
export function layChart(node: Chart, pen: Pen): void {
  const { sheet, words } = pen.world;
  const group = pen.element.child('Div');
  const inner = pen.into(group);
  const caption = captionOf(node);
  pen.flow.space(sheet.blockGapPt);
  if (node.id) {
    pen.flow.anchor(node.id);
    pen.world.places.set(node.id, group);
  }
  const room = sheet.page.heightPt - sheet.page.top - sheet.page.bottom;
  const drawAt = (mostHeightPx: number): Drawing =>
    drawChart(node, { palette: sheet.palette, widthPx: pen.frame.width, textSizePx: sheet.body.sizePt, words, mostHeightPx });
  // Beside a heading and the caption.
  const drawing = drawAt(room - sheet.body.sizePt * 6.5);
  const fits = drawing.heightPx <= room - sheet.body.sizePt * 2;
  // PDF 2.0 has the caption inside the figure; PDF 1.7 readers would pass over it there.
  const { ua2 } = pen.world.options;
  const outside = caption && (!ua2 || !fits) ? group.child(ua2 ? 'P' : 'Caption') : undefined;
  const figure = fits ? group.child('Figure', { alt: node.summary ?? '' }) : group.child('P');
  if (!fits) pen.world.notDrawn(node);
  if (caption) {
    inner.paragraph(inner.inline(caption.children, outside ?? figure.child('Caption'), sheet.caption), sheet.caption, {
      keep: true,
      balance: true,
    });
    inner.layNotes();
    pen.flow.space(sheet.body.sizePt * 0.7, true);
  }
  if (fits) layDrawing(pen, drawing, drawAt, figure);
  else
    inner.paragraph(
      inner.inline(() => inner.text(node.summary ?? ''), figure, sheet.quiet),
      sheet.quiet,
    );
  const table = node.children.find((child) => is(child, 'table'));
  if (is(table, 'table')) layTable(inner, withUnits(table, node.unit), { headers: 'both' });
  inner.blocks(bodyOf(node).filter((child) => !is(child, 'table')));
  pen.flow.space(sheet.blockGapPt);
}

/** Draws a chart, or draws it lower where that spares a page that is half empty; its words keep their size. */
function layDrawing(pen: Pen, drawing: Drawing, drawAt: (mostHeightPx: number) => Drawing, figure: Element): void {
  const leaf = figure.leaf();
  const { x } = pen.frame;
  const own = drawing.heightPx;
  const lowest = drawAt(own * 0.55);
  pen.flow.box(
    own,
    (canvas, y, height = own) => {
      const lower = height < own ? drawAt(height) : drawing;
      const shown = lower.heightPx <= height + 0.01 ? lower : lowest;
      drawDrawing(pen, canvas, shown, leaf, x, y);
      boundFigure(figure, canvas, x, y, shown.widthPx, shown.heightPx);
    },
    lowest.heightPx < own ? { least: lowest.heightPx } : {},
  );
}

function drawDrawing(pen: Pen, canvas: Canvas, drawing: Drawing, leaf: Leaf, left: number, top: number): void {
  canvas.mark(leaf);
  for (const shape of drawing.shapes) drawShape(pen, canvas, shape, leaf, left, top);
}

function drawShape(pen: Pen, canvas: Canvas, shape: Shape, leaf: Leaf, left: number, top: number): void {
  if (shape.kind === 'path') {
    canvas.path(pathOperators(shape.d, left, top), {
      fill: shape.fill,
      stroke: shape.stroke,
      widthPt: shape.strokeWidthPx ?? 1,
      dash: shape.dash,
    });
    return;
  }
  const style = shape.weight === 'bold' ? 'bold' : 'regular';
  const parts = pen.world.book.split(shape.value, style).map(({ text, face }) => ({ face, shaped: face.shape(text) }));
  const width = parts.reduce((sum, part) => sum + (part.shaped.width * shape.sizePx) / 1000, 0);
  let x = left + shape.xPx - (shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? width / 2 : width);
  for (const { face, shaped } of parts) {
    canvas.mark(leaf);
    canvas.text(x, top + shape.yPx, { face, sizePt: shape.sizePx, colour: shape.fill, risePt: 0 }, [shaped]);
    x += (shaped.width * shape.sizePx) / 1000;
  }
}

/** SVG path data of core's drawings (absolute M, L, A, Z) as PDF operators. */
function pathOperators(d: string, left: number, top: number): string {
  const out: string[] = [];
  let x = 0;
  let y = 0;
  for (const [, command = '', rest = ''] of d.matchAll(/([MLAZ])([^MLAZ]*)/g)) {
    const values = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    if (command === 'Z') out.push('h');
    const step = command === 'A' ? 7 : 2;
    for (let at = 0; command !== 'Z' && at + step <= values.length; at += step) {
      const toX = values[at + step - 2]!;
      const toY = values[at + step - 1]!;
      if (command === 'A') {
        const [rx, ry, , large, sweep] = values.slice(at, at + 5) as [number, number, number, number, number];
        for (const curve of arcToCurves(x, y, rx, ry, large === 1, sweep === 1, toX, toY))
          out.push(`${curve.map((value, index) => pdfNumber(value + (index % 2 === 0 ? left : top))).join(' ')} c`);
      } else out.push(`${pdfNumber(toX + left)} ${pdfNumber(toY + top)} ${command === 'M' && at === 0 ? 'm' : 'l'}`);
      [x, y] = [toX, toY];
    }
  }
  return out.join(' ');
}
