import {
  bodyOf,
  captionOf,
  captionTitle,
  drawChart,
  fill,
  is,
  isNumbered,
  toText,
  withUnits,
  type Caption,
  type Chart,
  type Table,
} from '@everyread/core';
import type { Element } from 'hast';
import type { FragmentContext, Handle } from '../fragments/context.js';
import { drawingToHast } from '../fragments/drawing.js';
import { h, textNode } from '../fragments/element.js';
import { tableOf } from './table.js';

/** Three ways to read a chart, all in the page: the picture, a sentence, the table. */
export const chart: Handle<'chart'> = (node, context) => {
  const caption = captionOf(node);
  const table = node.children.find((child): child is Table => is(child, 'table'));
  const rest = bodyOf(node).filter((child) => child !== table);
  const sentenceId = context.unique('chart-sentence');
  const drawings = pictures(node, context, sentenceId);
  return h(
    'figure',
    { className: ['chart'], id: node.id, ...context.data({ kind: node.kind, unit: node.unit }) },
    caption && h('figcaption', {}, context.all(caption)),
    h(
      'div',
      { className: ['chart-views'] },
      drawings.length > 0 && h('div', { className: ['chart-picture'] }, drawings),
      node.summary && h('p', { className: ['chart-sentence'], id: sentenceId }, node.summary),
      table && h('div', { className: ['chart-data'] }, dataTable(withUnits(table, node.unit), caption, context)),
    ),
    context.some(rest),
  );
};

function pictures(node: Chart, context: FragmentContext, sentenceId: string): Element[] {
  const { charts } = context.options;
  if (charts === 'none' || charts === undefined) return [];
  const caption = captionOf(node);
  const name = caption ? nameOf(caption, context) : wordOf(context);
  return charts.widthsPx.map((widthPx, index) => {
    const drawing = drawChart(node, { palette: charts.palette, widthPx, textSizePx: charts.textSizePx, words: context.words });
    const described = node.summary ? { ariaDescribedBy: [sentenceId] } : {};
    return drawingToHast(drawing, { className: [index === 0 ? 'chart-wide' : 'chart-narrow'], role: 'img', ariaLabel: name, ...described });
  });
}

const wordOf = ({ words }: FragmentContext): string => fill(words.chart, { n: '' }).trim();

/** “Chart: Income by source”, or “Chart 2. Income by source” where charts are numbered. */
function nameOf(caption: Caption, context: FragmentContext): string {
  return isNumbered(caption) ? toText(caption) : `${wordOf(context)}: ${toText(caption)}`;
}

/** Named for its chart: the tables of two charts must not sound alike. */
function dataTable(table: Table, caption: Caption | undefined, context: FragmentContext): Element {
  const { chartData } = context.words;
  const title = caption ? captionTitle(caption) || toText(caption) : '';
  const name = title === '' ? [context.own(chartData)] : [context.own(`${chartData}:`), textNode(` ${title}`)];
  return tableOf(table, context, { headers: 'both', caption: name });
}
