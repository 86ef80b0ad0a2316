import { is } from '../guards.js';
import { toText } from '../text.js';
import type { Chart } from '../types.js';

/** The figures of a chart, read from its table. */
export interface ChartData {
  /** What the first column names, such as “Source”. */
  labelTitle: string;
  /** One for each row: the first column. */
  labels: string[];
  series: ChartSeries[];
}

/** One column of figures. */
export interface ChartSeries {
  title: string;
  /** One for each label; `undefined` where the cell holds no figure. */
  values: (number | undefined)[];
  /** The same as they are printed. */
  texts: string[];
}

/**
 * Reads the first figure of a text as people print it: `£1,179.50`, `48.6%`, `−3`, `1 200`, and `1.179,50` or `48,6`, where the comma
 * can only stand before decimals.
 */
export function readFigure(text: string): number | undefined {
  const match = /[-−–]?\s*\d(?:[\d.,\u00a0\u202f ]*\d)?/.exec(text);
  if (match === null) return undefined;
  const digits = match[0].replace(/[−–]/, '-').replace(/[\s\u00a0\u202f]/g, '');
  const marks = digits.replace(/[-\d]/g, '');
  const last = marks.at(-1);
  const decimals = last === undefined ? undefined : digits.slice(digits.lastIndexOf(last) + 1).length;
  // A mark that stands more than once parts thousands; of two kinds the last stands before the decimals.
  const once = last !== undefined && marks.indexOf(last) === marks.length - 1;
  const decimal = once && (last === '.' || marks.length > 1 || decimals !== 3) ? last : undefined;
  const value = Number([...digits].map((sign) => (sign === decimal ? '.' : /[.,]/.test(sign) ? '' : sign)).join(''));
  return Number.isFinite(value) ? value : undefined;
}

/** Reads the data of a chart from its table; empty where there is none. */
export function chartData(chart: Chart): ChartData {
  const table = chart.children.find((child) => is(child, 'table'));
  if (!is(table, 'table')) return { labelTitle: '', labels: [], series: [] };
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => toText(cell)));
  return {
    labelTitle: head?.[0] ?? '',
    labels: rows.map((row) => row[0] ?? ''),
    series: (head ?? []).slice(1).map((title, column) => ({
      title,
      values: rows.map((row) => readFigure(row[column + 1] ?? '')),
      texts: rows.map((row) => row[column + 1] ?? ''),
    })),
  };
}
