import type { Canvas, Plot } from './canvas.js';
import { px, type Drawing } from './drawing.js';
import { widestWord, wrapText } from './measure.js';
import { largest } from '../extent.js';

interface Range {
  from: number;
  to: number;
}

/** The range of all figures with zero in it: bars that don't begin at zero mislead. */
export function rangeOf(plot: Plot): Range {
  let from = 0;
  let to = 0;
  for (const series of plot.series) {
    for (const { value } of series.figures) {
      from = Math.min(from, value ?? 0);
      to = Math.max(to, value ?? 0);
    }
  }
  return from === to ? { from: 0, to: 1 } : { from, to };
}

interface Frame {
  /** Width of the column of names on the left; 0 where names stand above their bars. */
  nameWidth: number;
  /** Width of the column of series names beside it. */
  seriesWidth: number;
  left: number;
  right: number;
  /** Whether figures stand at the ends of bars; else in the line above. */
  figuresAtEnd: boolean;
}

/** Horizontal bars: the layout that bears long names, many parts, large type and every kind of figure. */
export function drawBars(canvas: Canvas, plot: Plot): Drawing {
  const frame = frameOf(canvas, plot);
  const range = rangeOf(plot);
  const scale = (value: number): number => frame.left + ((value - range.from) / (range.to - range.from)) * (frame.right - frame.left);
  const thickness = canvas.size * (plot.series.length > 1 ? 1.2 : 1.5);
  const tops: number[] = [];
  let y = 0;
  plot.labels.forEach((label, row) => {
    if (row > 0) y += canvas.size * (plot.series.length > 1 ? 1.15 : 0.8);
    y = drawGroup(canvas, plot, { frame, scale, thickness, label, row, y, tops });
  });
  // One line at zero for all; names that stand above their bars would be crossed by it.
  const stretches =
    frame.nameWidth > 0 ? tops.slice(0, 1).map((top) => [top, y] as const) : tops.map((top) => [top, top + thickness] as const);
  for (const [from, to] of stretches)
    canvas.line(
      [
        [scale(0), from - 3],
        [scale(0), to + 3],
      ],
      canvas.palette.rule,
      1.5,
    );
  return canvas.finish(y + 4);
}

function frameOf(canvas: Canvas, plot: Plot): Frame {
  const { size, widthPx } = canvas;
  const gap = size * 0.7;
  const figures = plot.series.flatMap((series) => series.figures);
  const figureWidth = largest(figures.map((figure) => canvas.width(figure.text, 'bold')));
  const figuresAtEnd = figureWidth <= widthPx * 0.36;
  const room = figuresAtEnd ? figureWidth + gap * 0.6 : 0;
  const anyNegative = figures.some((figure) => (figure.value ?? 0) < 0);
  const names = columnWidth(canvas, plot.labels, plot.series.length > 1 ? 'bold' : 'regular', 0.36);
  const seriesWanted = largest(plot.series.map((each) => canvas.width(each.title)));
  // Names of series stand in one line, or above their bars.
  const series = plot.series.length === 1 ? 0 : seriesWanted <= widthPx * 0.24 ? seriesWanted : undefined;
  const least = Math.max(size * 7, widthPx * 0.25);
  const beside = (names ?? 0) + gap + (series ? series + gap : 0);
  const bars = room * (anyNegative ? 2 : 1) + least;
  const sides = names !== undefined && series !== undefined && figuresAtEnd && widthPx - beside >= bars;
  // Names above, the short names of series beside the bars: what a narrow page has room for.
  const half = !sides && series !== undefined && series > 0 && figuresAtEnd && widthPx - series - gap >= bars;
  const left = (sides ? beside : half ? series + gap : 2) + (anyNegative ? room : 0);
  return {
    nameWidth: sides ? names : 0,
    seriesWidth: sides || half ? series : 0,
    left,
    right: Math.max(left + size, widthPx - room - 2),
    figuresAtEnd,
  };
}

/** How wide a column of names has to be; `undefined` where it would cut a word. */
function columnWidth(canvas: Canvas, names: readonly string[], weight: 'regular' | 'bold', share: number): number | undefined {
  const most = canvas.widthPx * share;
  const wanted = largest(names.map((name) => canvas.width(name, weight)));
  const least = largest(names.map((name) => widestWord(name, canvas.size, weight)));
  return least > most ? undefined : Math.min(wanted, most);
}

interface Group {
  frame: Frame;
  scale: (value: number) => number;
  thickness: number;
  label: string;
  row: number;
  y: number;
  /** Where the bars begin, for the line at zero. */
  tops: number[];
}

/** One name with its bars; returns the y of its lower edge. */
function drawGroup(canvas: Canvas, plot: Plot, group: Group): number {
  const many = plot.series.length > 1;
  let y = group.y;
  const weight = many ? 'bold' : 'regular';
  if (group.frame.nameWidth > 0) {
    const lines = wrapText(group.label, group.frame.nameWidth, canvas.size, weight);
    const textHeight = lines.length * canvas.lineHeight;
    const barsHeight = plot.series.length * group.thickness * (many ? 1.25 : 1);
    // One bar is centred on its name; several begin level with it.
    const barTop = many ? y : y + Math.max(0, (textHeight - group.thickness) / 2);
    const textTop = many ? y + (group.thickness - canvas.lineHeight) / 2 : y + Math.max(0, (group.thickness - textHeight) / 2);
    canvas.lines(lines, 0, textTop + canvas.size * 1.0, { weight });
    plot.series.forEach((series, index) =>
      drawBar(canvas, group, series.figures[group.row]!, index, barTop + index * group.thickness * 1.25, many ? series.title : ''),
    );
    return Math.max(y + textHeight, barTop + barsHeight);
  }
  const addLines = (text: string, style: 'regular' | 'bold'): void => {
    const lines = wrapText(text, canvas.widthPx, canvas.size, style);
    canvas.lines(lines, 0, y + canvas.size, { weight: style });
    y += lines.length * canvas.lineHeight + canvas.size * 0.22;
  };
  const figureIn = (title: string, text: string): string => (group.frame.figuresAtEnd ? title : title === '' ? text : `${title}: ${text}`);
  if (many) addLines(group.label, 'bold');
  plot.series.forEach((series, index) => {
    const figure = series.figures[group.row]!;
    if (index > 0) y += canvas.size * 0.35;
    if (group.frame.seriesWidth === 0) addLines(figureIn(many ? series.title : group.label, figure.text), 'regular');
    drawBar(canvas, group, figure, index, y, series.title);
    y += group.thickness;
  });
  return y;
}

function drawBar(
  canvas: Canvas,
  group: Group,
  figure: Plot['series'][number]['figures'][number],
  index: number,
  top: number,
  seriesTitle: string,
): void {
  const { frame, scale, thickness } = group;
  group.tops.push(top);
  const baseline = top + thickness / 2 + canvas.size * 0.35;
  if (frame.seriesWidth > 0) {
    canvas.text(seriesTitle, frame.nameWidth > 0 ? frame.nameWidth + canvas.size * 0.7 : 0, baseline, { fill: canvas.palette.quiet });
  }
  const zero = scale(0);
  const value = figure.value ?? 0;
  const end = value === 0 ? zero : Math.abs(scale(value) - zero) < 2 ? zero + Math.sign(value) * 2 : scale(value);
  if (figure.value !== undefined && value !== 0) canvas.area(barPath(zero, end, top, thickness), canvas.colour(index));
  if (!frame.figuresAtEnd) return;
  const gap = canvas.size * 0.45;
  canvas.text(figure.text, value < 0 ? end - gap : end + gap, baseline, {
    anchor: value < 0 ? 'end' : 'start',
    weight: figure.value === undefined ? 'regular' : 'bold',
    fill: figure.value === undefined ? canvas.palette.quiet : canvas.palette.text,
  });
}

/** A bar from zero to its end, the corners at the end rounded. */
function barPath(zero: number, end: number, top: number, thickness: number): string {
  const direction = Math.sign(end - zero);
  const r = Math.min(4, thickness / 3, Math.abs(end - zero));
  const sweep = direction > 0 ? 1 : 0;
  const bottom = top + thickness;
  return `M${px(zero)} ${px(top)} L${px(end - direction * r)} ${px(top)} A${px(r)} ${px(r)} 0 0 ${sweep} ${px(end)} ${px(top + r)} L${px(end)} ${px(bottom - r)} A${px(r)} ${px(r)} 0 0 ${sweep} ${px(end - direction * r)} ${px(bottom)} L${px(zero)} ${px(bottom)} Z`;
}
