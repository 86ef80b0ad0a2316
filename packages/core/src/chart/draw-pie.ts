import { Canvas, type DrawOptions, type Plot } from './canvas.js';
import { px, type Drawing } from './drawing.js';
import { widestWord, wrapText } from './measure.js';
import { spread } from './spread.js';
import { largest } from '../extent.js';

/** More parts than this can't be told apart in a ring. */
const mostParts = 10;

/** Whether a ring can show the data: one series, no negative figure, something to divide, not too many parts. */
export function pieFits(plot: Plot): boolean {
  const figures = plot.series[0]?.figures ?? [];
  const total = figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0);
  return plot.series.length === 1 && total > 0 && figures.length <= mostParts && figures.every((figure) => (figure.value ?? 0) >= 0);
}

interface Part {
  label: string;
  text: string;
  colour: string;
  /** Angles in radians, clockwise from the top. */
  from: number;
  to: number;
  middle: number;
}

function partsOf(canvas: Canvas, plot: Plot): Part[] {
  const figures = plot.series[0]!.figures;
  const total = figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0);
  let at = 0;
  return plot.labels.map((label, index) => {
    const from = at;
    at += ((figures[index]!.value ?? 0) / total) * Math.PI * 2;
    // The last part touches the first: they must not share a colour.
    const wraps = index > 0 && index === plot.labels.length - 1 && index % canvas.palette.series.length === 0;
    return { label, text: figures[index]!.text, colour: canvas.colour(wraps ? 2 : index), from, to: at, middle: (from + at) / 2 };
  });
}

/** A pie or ring; names and figures stand beside it with lines that lead to the parts, or below it by number where the drawing is narrow. */
export function drawPie(options: DrawOptions, plot: Plot, ring: boolean): Drawing {
  const drawing = drawWith(options, plot, ring, 0);
  const excess = drawing.heightPx - (options.mostHeightPx ?? Number.POSITIVE_INFINITY);
  return excess > 0 ? drawWith(options, plot, ring, excess / 2) : drawing;
}

/** @param less - how much smaller than it likes to be the radius is */
function drawWith(options: DrawOptions, plot: Plot, ring: boolean, less: number): Drawing {
  const canvas = new Canvas(options);
  const parts = partsOf(canvas, plot);
  const { size, widthPx } = canvas;
  const radius = Math.max(size * 2.5, Math.min(widthPx * 0.2, size * 9) - less);
  const column = widthPx / 2 - radius - size * 2.4;
  const words = parts.every((part) => widestWord(part.label, size) <= column && widestWord(part.text, size, 'bold') <= column);
  return words && column >= size * 6.5 ? drawBeside(canvas, parts, ring, radius, column) : drawBelow(canvas, parts, ring, less);
}

const point = (cx: number, cy: number, radius: number, angle: number): [number, number] => [
  cx + radius * Math.sin(angle),
  cy - radius * Math.cos(angle),
];

function drawBeside(canvas: Canvas, parts: readonly Part[], ring: boolean, radius: number, column: number): Drawing {
  const { size, lineHeight, widthPx } = canvas;
  const cx = widthPx / 2;
  const blocks = parts.map((part) => {
    const figure = wrapText(part.text, column, size, 'bold');
    const name = wrapText(part.label, column, size);
    return { part, figure, name, right: part.middle < Math.PI, height: (figure.length + name.length) * lineHeight };
  });
  const placed = [true, false].flatMap((right) => {
    const side = blocks.filter((block) => block.right === right);
    if (!right) side.reverse();
    const middles = spread(
      side.map((block) => ({ middle: point(0, 0, radius + size, block.part.middle)[1], size: block.height + size * 0.6 })),
    );
    return side.map((block, index) => ({ ...block, y: middles[index]! }));
  });
  const above = largest(
    placed.map((block) => block.height / 2 - block.y),
    radius + size * 0.5,
  );
  const below = largest(
    placed.map((block) => block.height / 2 + block.y),
    radius + size * 0.5,
  );
  const cy = above;
  drawRing(canvas, parts, ring, cx, cy, radius);
  for (const block of placed) {
    const direction = block.right ? 1 : -1;
    const edge = point(cx, cy, radius + 2, block.part.middle);
    const textX = cx + direction * (radius + size * 2.2);
    const y = cy + block.y;
    const elbow = point(cx, cy, radius + size * 0.8, block.part.middle);
    canvas.line([edge, elbow, [textX - direction * size * 0.45, y]], canvas.palette.rule, 1.5);
    const anchor = block.right ? 'start' : 'end';
    const top = y - block.height / 2;
    canvas.lines(block.figure, textX, top + size, { anchor, weight: 'bold' });
    canvas.lines(block.name, textX, top + size + block.figure.length * lineHeight, { anchor });
  }
  return canvas.finish(cy + below);
}

/** The ring above, its parts numbered round it, and a list by number below. */
function drawBelow(canvas: Canvas, parts: readonly Part[], ring: boolean, less: number): Drawing {
  const { size, lineHeight, widthPx } = canvas;
  const margin = size * 2.4;
  const radius = Math.max(size * 1.8, Math.min(widthPx / 2 - margin, size * 7) - less);
  const cx = widthPx / 2;
  const cy = radius + margin;
  drawRing(canvas, parts, ring, cx, cy, radius);
  const outside = radius + size * 1.5;
  const angles = spread(parts.map((part) => ({ middle: part.middle, size: (size * 1.7) / outside })));
  parts.forEach((part, index) => {
    const end = point(cx, cy, radius + size * 0.8, angles[index]!);
    canvas.line([point(cx, cy, radius + 2, part.middle), end], canvas.palette.rule, 1.5);
    const [x, y] = point(cx, cy, outside, angles[index]!);
    canvas.text(String(index + 1), x, y + size * 0.35, { anchor: 'middle', weight: 'bold' });
  });
  let y = cy + radius + margin + size * 0.3;
  const numberWidth = canvas.width(`${parts.length}`, 'bold') + size * 0.6;
  const figureWidth = largest(parts.map((part) => canvas.width(part.text, 'bold')));
  const level = figureWidth <= widthPx * 0.4;
  const nameWidth = widthPx - numberWidth - (level ? figureWidth + size * 0.8 : 0);
  parts.forEach((part, index) => {
    const lines = wrapText(level ? part.label : `${part.label}: ${part.text}`, nameWidth, size);
    canvas.line(
      [
        [0, y],
        [widthPx, y],
      ],
      canvas.palette.rule,
      0.75,
    );
    const baseline = y + size * 1.4;
    canvas.text(String(index + 1), 0, baseline, { weight: 'bold' });
    canvas.lines(lines, numberWidth, baseline);
    if (level) canvas.text(part.text, widthPx, baseline, { anchor: 'end', weight: 'bold' });
    y += Math.max(1, lines.length) * lineHeight + size * 0.75;
  });
  return canvas.finish(y);
}

function drawRing(canvas: Canvas, parts: readonly Part[], ring: boolean, cx: number, cy: number, radius: number): void {
  const inner = ring ? radius * 0.56 : 0;
  for (const part of parts) {
    if (part.to <= part.from) continue;
    canvas.shapes.push({
      kind: 'path',
      d: slicePath(cx, cy, radius, inner, part.from, part.to),
      fill: part.colour,
      stroke: canvas.palette.background,
      strokeWidthPx: 2.5,
    });
  }
}

function slicePath(cx: number, cy: number, radius: number, inner: number, from: number, to: number): string {
  // An arc can't come back to where it began: a whole turn is two halves.
  if (to - from > Math.PI * 1.9999) {
    const circle = (r: number): string =>
      `M${px(cx)} ${px(cy - r)} A${px(r)} ${px(r)} 0 1 1 ${px(cx)} ${px(cy + r)} A${px(r)} ${px(r)} 0 1 1 ${px(cx)} ${px(cy - r)} Z`;
    const hole = `M${px(cx)} ${px(cy - inner)} A${px(inner)} ${px(inner)} 0 1 0 ${px(cx)} ${px(cy + inner)} A${px(inner)} ${px(inner)} 0 1 0 ${px(cx)} ${px(cy - inner)} Z`;
    return inner > 0 ? `${circle(radius)} ${hole}` : circle(radius);
  }
  const large = to - from > Math.PI ? 1 : 0;
  const at = (r: number, angle: number): string => point(cx, cy, r, angle).map(px).join(' ');
  const outerArc = `M${at(radius, from)} A${px(radius)} ${px(radius)} 0 ${large} 1 ${at(radius, to)}`;
  return inner > 0
    ? `${outerArc} L${at(inner, to)} A${px(inner)} ${px(inner)} 0 ${large} 0 ${at(inner, from)} Z`
    : `${outerArc} L${px(cx)} ${px(cy)} Z`;
}
