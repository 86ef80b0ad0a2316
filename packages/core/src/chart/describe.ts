import { captionOf } from '../guards.js';
import { captionTitle } from '../caption-number.js';
import type { Chart } from '../types.js';
import { fill, type Words } from '../words/words.js';
import { chartData, type ChartSeries } from './data.js';

/**
 * Says in a sentence what a chart shows, every figure in it: “Where our money came from: Consultancy 48.6%,
 * Projects 51.4%.”
 */
export function describeChart(chart: Chart, words: Words): string {
  const data = chartData(chart);
  const parts = (series: ChartSeries): string =>
    data.labels.map((label, index) => fill(words.chartPart, { label, value: figureInWords(series, index, chart.unit, words) })).join(', ');
  const caption = captionOf(chart);
  const title = caption ? captionTitle(caption) : fill(words.chart, { n: '' }).trim();
  const [only, ...more] = data.series;
  if (only === undefined) return title;
  const said =
    more.length === 0
      ? parts(only)
      : data.series.map((series) => fill(words.seriesPart, { series: series.title, parts: parts(series) })).join('; ');
  return fill(words.chartSentence, { title, parts: said });
}

/** One figure of a series as it is drawn and said: with its unit where it is a figure; in words where there is none. */
export function figureInWords(series: ChartSeries, index: number, unit: string | undefined, words: Words): string {
  return withUnit(series.texts[index] ?? '', series.values[index] === undefined ? undefined : unit) || words.noFigure;
}

/** Prints a figure with the chart's unit, unless the cell has it already: currency signs before, others after. */
export function withUnit(text: string, unit: string | undefined): string {
  if (!unit || text === '' || text.includes(unit)) return text;
  // “£000” counts thousands: 455 of them are £455,000.
  const money = /^([£$€¥])(?:(['’]?000s?)|(k|m|bn))?$/.exec(unit);
  if (money && !text.includes(money[1]!)) {
    const [, sign, thousands, scale = ''] = money;
    const noughts = thousands === undefined ? '' : /^[-−–+]?\s*\d{1,3}(?:,?\d{3})*$/.test(text) ? ',000' : ' thousand';
    return `${text.replace(/^([-−–+]?)\s*/, (_, minus: string) => `${minus}${sign!}`)}${noughts}${scale}`;
  }
  return /^(?:%|p|°C|°F|k|m|bn)$/.test(unit) ? `${text}${unit}` : `${text} ${unit}`;
}
