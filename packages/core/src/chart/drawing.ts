/** A chart as plain geometry: every edition draws the same one. Lengths are CSS pixels, y grows downwards. */
export interface Drawing {
  widthPx: number;
  heightPx: number;
  shapes: Shape[];
}

/** A part of a drawing, in the order in which they are painted. */
export type Shape = PathShape | TextShape;

/** An area or a line. */
export interface PathShape {
  kind: 'path';
  /** SVG path data: absolute M, L, A and Z only. */
  d: string;
  fill?: string;
  stroke?: string;
  strokeWidthPx?: number;
  /** Lengths of dashes and gaps; absent for a solid line. */
  dash?: readonly number[];
}

/** One line of text. */
export interface TextShape {
  kind: 'text';
  xPx: number;
  /** The baseline. */
  yPx: number;
  anchor: 'start' | 'middle' | 'end';
  sizePx: number;
  weight: 'regular' | 'bold';
  fill: string;
  value: string;
}

/** Prints a length without noise: two decimals at most. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
