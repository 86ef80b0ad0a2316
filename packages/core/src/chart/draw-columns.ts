import type { Canvas, Plot } from './canvas.js';
import { rangeOf } from './draw-bars.js';
import { px, type Drawing } from './drawing.js';
import { widestWord, wrapText } from './measure.js';
import { largest } from '../extent.js';

interface Sizes {
  slot: number;
  column: number;
  gap: number;
}

function sizesOf(canvas: Canvas, plot: Plot): Sizes {
  const slot = canvas.widthPx / plot.labels.length;
  const many = plot.series.length;
  const gap = many > 1 ? canvas.size * 0.35 : 0;
  const column = Math.min((slot * (many > 1 ? 0.86 : 0.62) - gap * (many - 1)) / many, canvas.size * 5.5);
  return { slot, column, gap };
}

/** Whether each column is wide enough for its words and its figure. */
export function columnsFit(canvas: Canvas, plot: Plot): boolean {
  const { slot, column, gap } = sizesOf(canvas, plot);
  const many = plot.series.length > 1;
  const room = many ? column + gap * 0.8 : slot - canvas.size * 0.5;
  const names = plot.labels.every((label) => widestWord(label, canvas.size, many ? 'bold' : 'regular') <= slot - canvas.size * 0.5);
  const figures = plot.series.every((series) => series.figures.every((figure) => canvas.width(figure.text, 'bold') <= room));
  const titles =
    !many ||
    plot.series.every((series) => widestWord(series.title, canvas.size) <= room && wrapText(series.title, room, canvas.size).length <= 3);
  return names && figures && titles && column >= canvas.size * 0.8;
}

/** Upright columns, each with its figure above it and its name below; call only where `columnsFit()`. */
export function drawColumns(canvas: Canvas, plot: Plot): Drawing {
  const { slot, column, gap } = sizesOf(canvas, plot);
  const many = plot.series.length > 1;
  const range = rangeOf(plot);
  const plotHeight = Math.max(canvas.size * 7, Math.max(canvas.size * 9, Math.min(canvas.widthPx * 0.4, canvas.size * 20)) - canvas.lessPx);
  const top = canvas.size * 1.5;
  const bottom = top + plotHeight;
  const scale = (value: number): number => bottom - ((value - range.from) / (range.to - range.from)) * plotHeight;
  const zero = scale(0);
  const namesTop = bottom + (range.from < 0 ? canvas.lineHeight : 0) + canvas.size * 0.45;
  const seriesLines = many ? plot.series.map((series) => wrapText(series.title, column + gap * 0.8, canvas.size)) : [];
  const seriesHeight =
    largest(
      seriesLines.map((lines) => lines.length),
      0,
    ) * canvas.lineHeight;
  let nameLines = 1;
  plot.labels.forEach((label, row) => {
    const middle = slot * (row + 0.5);
    const from = middle - (column * plot.series.length + gap * (plot.series.length - 1)) / 2;
    plot.series.forEach((series, index) => {
      const x = from + index * (column + gap);
      drawColumn(canvas, series.figures[row]!, {
        x,
        column,
        zero,
        end: scale(series.figures[row]!.value ?? 0),
        colour: canvas.colour(index),
      });
      canvas.lines(seriesLines[index] ?? [], x + column / 2, namesTop + canvas.size, { anchor: 'middle', fill: canvas.palette.quiet });
    });
    const lines = wrapText(label, slot - canvas.size * 0.5, canvas.size, many ? 'bold' : 'regular');
    nameLines = Math.max(nameLines, lines.length);
    canvas.lines(lines, middle, namesTop + seriesHeight + canvas.size * (many ? 1.2 : 1), {
      anchor: 'middle',
      weight: many ? 'bold' : 'regular',
    });
  });
  canvas.line(
    [
      [0, zero],
      [canvas.widthPx, zero],
    ],
    canvas.palette.rule,
    1.5,
  );
  return canvas.finish(namesTop + seriesHeight + nameLines * canvas.lineHeight + canvas.size * 0.4);
}

function drawColumn(
  canvas: Canvas,
  figure: Plot['series'][number]['figures'][number],
  at: { x: number; column: number; zero: number; end: number; colour: string },
): void {
  const value = figure.value ?? 0;
  const end = value === 0 ? at.zero : Math.abs(at.end - at.zero) < 2 ? at.zero - Math.sign(value) * 2 : at.end;
  if (value !== 0) {
    const r = Math.min(4, at.column / 3, Math.abs(end - at.zero));
    const down = value < 0 ? 1 : -1;
    const sweep = down > 0 ? 0 : 1;
    const right = at.x + at.column;
    canvas.area(
      `M${px(at.x)} ${px(at.zero)} L${px(at.x)} ${px(end - down * r)} A${px(r)} ${px(r)} 0 0 ${sweep} ${px(at.x + r)} ${px(end)} L${px(right - r)} ${px(end)} A${px(r)} ${px(r)} 0 0 ${sweep} ${px(right)} ${px(end - down * r)} L${px(right)} ${px(at.zero)} Z`,
      at.colour,
    );
  }
  const missing = figure.value === undefined;
  canvas.text(figure.text, at.x + at.column / 2, value < 0 ? end + canvas.size * 1.1 : end - canvas.size * 0.4, {
    anchor: 'middle',
    weight: missing ? 'regular' : 'bold',
    fill: missing ? canvas.palette.quiet : canvas.palette.text,
  });
}
