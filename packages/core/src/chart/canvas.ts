import type { Palette } from '../theme/theme.js';
import type { Words } from '../words/words.js';
import type { Drawing, Shape, TextShape } from './drawing.js';
import { px } from './drawing.js';
import { measureText } from './measure.js';

/** What one chart is drawn with. */
export interface DrawOptions {
  palette: Palette;
  /** Width of the whole drawing. */
  widthPx: number;
  /** Size of every text in it. */
  textSizePx: number;
  /** Rings, columns and lines are drawn lower where the whole would be higher; words keep their size, so that it may be higher all the same. */
  mostHeightPx?: number;
  words: Words;
}

/** One figure of a chart with the words that stand beside it. */
export interface Figure {
  /** `undefined` where the table has no figure. */
  value: number | undefined;
  /** As it is printed, with its unit. */
  text: string;
}

/** A chart read from its table, ready to lay out. */
export interface Plot {
  labels: string[];
  series: { title: string; figures: Figure[] }[];
}

/** Collects shapes; the layouts below draw on it. */
export class Canvas {
  readonly shapes: Shape[] = [];
  readonly widthPx: number;
  readonly size: number;
  readonly lineHeight: number;
  readonly palette: Palette;

  /** @param lessPx - how much lower than it likes to be the plot is */
  constructor(
    options: DrawOptions,
    readonly lessPx = 0,
  ) {
    this.widthPx = options.widthPx;
    this.size = options.textSizePx;
    this.lineHeight = options.textSizePx * 1.3;
    this.palette = options.palette;
  }

  text(value: string, xPx: number, yPx: number, style: Partial<Pick<TextShape, 'anchor' | 'weight' | 'fill'>> = {}): void {
    if (value === '') return;
    this.shapes.push({
      kind: 'text',
      xPx,
      yPx,
      anchor: style.anchor ?? 'start',
      sizePx: this.size,
      weight: style.weight ?? 'regular',
      fill: style.fill ?? this.palette.text,
      value,
    });
  }

  /** Lines one below the other, the first baseline at `yPx`. */
  lines(values: readonly string[], xPx: number, yPx: number, style: Parameters<Canvas['text']>[3] = {}): void {
    values.forEach((value, index) => this.text(value, xPx, yPx + index * this.lineHeight, style));
  }

  line(points: readonly (readonly [number, number])[], stroke: string, strokeWidthPx: number, dash?: readonly number[]): void {
    const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join(' ');
    this.shapes.push({ kind: 'path', d, stroke, strokeWidthPx, ...(dash ? { dash } : {}) });
  }

  area(d: string, fill: string): void {
    this.shapes.push({ kind: 'path', d, fill });
  }

  width(text: string, weight: 'regular' | 'bold' = 'regular'): number {
    return measureText(text, this.size, weight);
  }

  /** The colour of a series; with more series than colours they begin again, and words tell them apart. */
  colour(index: number): string {
    return this.palette.series[index % this.palette.series.length]!;
  }

  finish(heightPx: number): Drawing {
    return { widthPx: this.widthPx, heightPx: Math.ceil(heightPx), shapes: this.shapes };
  }
}
