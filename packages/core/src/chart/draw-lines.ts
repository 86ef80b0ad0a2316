import type { Canvas, Plot } from './canvas.js';
import { rangeOf } from './draw-bars.js';
import { px, type Drawing } from './drawing.js';
import { widestWord, wrapText } from './measure.js';
import { spread } from './spread.js';
import { largest, smallest } from '../extent.js';

/** Dashes and marks tell the lines apart without colour. */
const dashes: readonly (readonly number[] | undefined)[] = [undefined, [9, 5], [2, 4], [12, 4, 2, 4], [5, 3], [16, 5]];

type Segment = readonly [readonly [number, number], readonly [number, number]];

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Lines over a row of names, from zero. Each line carries its name at its end and its figures at its points;
 * a figure for which there is no room beside its point is left to the table, the first, last, highest and lowest being set first.
 */
export function drawLines(canvas: Canvas, plot: Plot): Drawing {
  const { size, lineHeight, widthPx } = canvas;
  const many = plot.series.length > 1;
  const range = rangeOf(plot);
  const endRoom = many ? Math.min(widthPx * 0.3, largest(plot.series.map((series) => canvas.width(series.title, 'bold')))) : 0;
  const namesAtEnd = many && plot.series.every((series) => widestWord(series.title, size, 'bold') <= widthPx * 0.3);
  const edge = largest(
    plot.series.map((series) => canvas.width(series.figures[0]!.text, 'bold') / 2),
    size,
  );
  const left = edge;
  const lastHalf = largest(
    plot.series.map((series) => canvas.width(series.figures.at(-1)!.text, 'bold') / 2),
    size,
  );
  const right = widthPx - (namesAtEnd ? endRoom + size * 0.4 : 0) - lastHalf;
  let top = size * 1.8;
  if (many && !namesAtEnd) top += drawKey(canvas, plot);
  const height = Math.max(size * 7, Math.max(size * 10, Math.min(widthPx * 0.42, size * 20)) - canvas.lessPx);
  const x = (index: number): number => left + ((right - left) * index) / (plot.labels.length - 1);
  const y = (value: number): number => top + height - ((value - range.from) / (range.to - range.from)) * height;
  const base = y(0);
  canvas.line(
    [
      [0, base],
      [right + (edge > size ? size : edge), base],
    ],
    canvas.palette.rule,
    1.5,
  );
  const taken: Box[] = [];
  const segments: Segment[] = [];
  plot.series.forEach((series, index) => {
    for (const run of runsOf(series.figures.map((figure) => figure.value))) {
      canvas.line(
        run.map(([at, value]) => [x(at), y(value)] as const),
        canvas.colour(index),
        Math.max(2.5, size * 0.17),
        dashes[index % dashes.length],
      );
      run.slice(1).forEach(([at, value], step) =>
        segments.push([
          [x(run[step]![0]), y(run[step]![1])],
          [x(at), y(value)],
        ]),
      );
      for (const [at, value] of run) {
        canvas.shapes.push({
          kind: 'path',
          d: markPath(index, x(at), y(value), size * 0.34),
          fill: canvas.colour(index),
          stroke: canvas.palette.background,
          strokeWidthPx: 1.5,
        });
        taken.push({ x: x(at) - size * 0.34, y: y(value) - size * 0.34, width: size * 0.68, height: size * 0.68 });
      }
    }
  });
  const endNames = namesAtEnd ? drawEndNames(canvas, plot, { x: right + lastHalf + size * 0.4, width: endRoom, y }) : 0;
  labelPoints(canvas, plot, {
    x,
    y,
    taken,
    segments,
    right: namesAtEnd ? right + lastHalf : widthPx,
    lowest: top + height + (range.from < 0 ? size * 1.5 : -size * 0.3),
  });
  const namesTop = top + height + size * (range.from < 0 ? 1.8 : 0.5);
  return canvas.finish(Math.max(endNames, namesTop + drawNames(canvas, plot, x, namesTop) * lineHeight) + size * 0.3);
}

/** Stretches of points without a gap. */
function runsOf(values: readonly (number | undefined)[]): [number, number][][] {
  const runs: [number, number][][] = [[]];
  values.forEach((value, index) => {
    if (value === undefined) runs.push([]);
    else runs.at(-1)!.push([index, value]);
  });
  return runs.filter((run) => run.length > 0);
}

/** Circle, square, triangle, diamond in turn. */
function markPath(index: number, x: number, y: number, r: number): string {
  const poly = (...points: [number, number][]): string =>
    `${points.map(([dx, dy], at) => `${at === 0 ? 'M' : 'L'}${px(x + dx * r)} ${px(y + dy * r)}`).join(' ')} Z`;
  switch (index % 4) {
    case 1:
      return poly([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
    case 2:
      return poly([0, -1.2], [1.1, 0.8], [-1.1, 0.8]);
    case 3:
      return poly([0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]);
    default:
      return `M${px(x)} ${px(y - r)} A${px(r)} ${px(r)} 0 1 1 ${px(x)} ${px(y + r)} A${px(r)} ${px(r)} 0 1 1 ${px(x)} ${px(y - r)} Z`;
  }
}

/** Sample, mark and name of each line above the plot, where there is no room at the ends; returns the height used. */
function drawKey(canvas: Canvas, plot: Plot): number {
  const { size, lineHeight } = canvas;
  let y = 0;
  plot.series.forEach((series, index) => {
    const middle = y + size * 0.7;
    canvas.line(
      [
        [0, middle],
        [size * 2.6, middle],
      ],
      canvas.colour(index),
      Math.max(2.5, size * 0.17),
      dashes[index % dashes.length],
    );
    canvas.shapes.push({
      kind: 'path',
      d: markPath(index, size * 1.3, middle, size * 0.34),
      fill: canvas.colour(index),
      stroke: canvas.palette.background,
      strokeWidthPx: 1.5,
    });
    const lines = wrapText(series.title, canvas.widthPx - size * 3.2, size, 'bold');
    canvas.lines(lines, size * 3.2, y + size * 1.05, { weight: 'bold' });
    y += Math.max(1, lines.length) * lineHeight + size * 0.2;
  });
  return y;
}

/** Returns the y of the lowest edge. */
function drawEndNames(canvas: Canvas, plot: Plot, at: { x: number; width: number; y: (value: number) => number }): number {
  const names = plot.series
    .map((series, index) => {
      const last = series.figures.findLast((figure) => figure.value !== undefined);
      return { lines: wrapText(series.title, at.width, canvas.size, 'bold'), wish: at.y(last?.value ?? 0), index };
    })
    .sort((a, b) => a.wish - b.wish || a.index - b.index);
  const middles = spread(names.map((name) => ({ middle: name.wish, size: name.lines.length * canvas.lineHeight + canvas.size * 0.25 })));
  let bottom = 0;
  names.forEach((name, index) => {
    const height = name.lines.length * canvas.lineHeight;
    const top = Math.max(bottom, middles[index]! - height / 2);
    canvas.lines(name.lines, at.x, top + canvas.size, { weight: 'bold' });
    bottom = top + height;
  });
  return bottom;
}

/** Sets figures above or below their points, where nothing else stands. */
function labelPoints(
  canvas: Canvas,
  plot: Plot,
  at: { x: (index: number) => number; y: (value: number) => number; taken: Box[]; segments: Segment[]; lowest: number; right: number },
): void {
  const { size } = canvas;
  const wanted = plot.series.flatMap((series) => {
    const values = series.figures.map((figure) => figure.value);
    const known = values.filter((value) => value !== undefined);
    const extremes = new Set([
      values.findIndex((value) => value !== undefined),
      values.findLastIndex((value) => value !== undefined),
      values.indexOf(largest(known)),
      values.indexOf(smallest(known)),
    ]);
    return series.figures.map((figure, index) => ({
      figure,
      index,
      first: extremes.has(index),
      before: values[index - 1],
      after: values[index + 1],
    }));
  });
  wanted.sort((a, b) => Number(b.first) - Number(a.first));
  for (const { figure, index, before, after } of wanted) {
    if (figure.value === undefined) continue;
    const width = canvas.width(figure.text, 'bold');
    const x = at.x(index);
    const point = at.y(figure.value);
    const valley = (before ?? figure.value) > figure.value && (after ?? figure.value) >= figure.value;
    const above = point - size * 0.65;
    const below = point + size * 1.45;
    // Beside the point only where the neighbours are far: a figure must not seem to be theirs.
    const aside = width / 2 + size * 0.45;
    const shifts = aside + width / 2 <= at.x(1) - at.x(0) ? [0, -aside, aside] : [0];
    const places = [above, below].flatMap((baseline) => shifts.map((shift) => ({ middle: x + shift, baseline })));
    if (valley) places.push(...places.splice(0, shifts.length));
    const free = places
      .map((place) => ({ ...place, box: { x: place.middle - width / 2, y: place.baseline - size * 0.85, width, height: size * 1.05 } }))
      .filter(
        ({ box, baseline }) =>
          box.x >= -1 &&
          box.x + width <= at.right &&
          box.y >= 0 &&
          baseline <= at.lowest &&
          !at.taken.some((other) => overlaps(box, other)),
      );
    const place = free.find(({ box }) => !at.segments.some((segment) => crosses(segment, box))) ?? free[0];
    if (place === undefined) continue;
    at.taken.push(place.box);
    canvas.text(figure.text, place.middle, place.baseline, { anchor: 'middle', weight: 'bold' });
  }
}

/** Whether a stretch of line runs through a box. */
function crosses([[x1, y1], [x2, y2]]: Segment, box: Box): boolean {
  for (let step = 0; step <= 40; step += 1) {
    const x = x1 + ((x2 - x1) * step) / 40;
    const y = y1 + ((y2 - y1) * step) / 40;
    if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) return true;
  }
  return false;
}

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The names under the line, each in its place; every second, third … where not all have room. Returns the number of lines. */
function drawNames(canvas: Canvas, plot: Plot, x: (index: number) => number, top: number): number {
  const { size } = canvas;
  const distance = x(1) - x(0);
  const widest = largest(plot.labels.map((label) => widestWord(label, size)));
  const every = Math.max(1, Math.ceil((widest + size * 0.5) / distance));
  let most = 1;
  const last = plot.labels.length - 1;
  plot.labels.forEach((label, index) => {
    // Counted from the end, so that the latest name always stands.
    if ((last - index) % every !== 0) return;
    const lines = wrapText(label, Math.max(widest + 1, distance * every - size * 0.5), size);
    most = Math.max(most, lines.length);
    const half = largest(lines.map((line) => canvas.width(line))) / 2;
    const middle = Math.min(Math.max(x(index), half), canvas.widthPx - half);
    canvas.lines(lines, middle, top + size, { anchor: 'middle' });
  });
  return most;
}
