import { captionOf, drawChart, fill, is, toText, type Chart, type Table } from '@everyread/core';
import type { Element } from 'hast';
import type { FragmentContext, Handle } from '../fragments/context.js';
import { drawingToHast } from '../fragments/drawing.js';
import { h } from '../fragments/element.js';
import { tableOf } from './table.js';

/** Three ways to read a chart: the picture, a sentence, the table. All are in the page. */
export const chart: Handle<'chart'> = (node, context) => {
  const caption = captionOf(node);
  const table = node.children.find((child): child is Table => is(child, 'table'));
  const rest = node.children.filter((child) => !is(child, 'caption') && !is(child, 'table'));
  const sentenceId = context.unique('chart-sentence');
  const captionId = context.unique('chart-title');
  return h(
    'figure',
    { className: ['chart'], id: node.id },
    caption && h('figcaption', { id: captionId }, context.all(caption)),
    h('div', { className: ['chart-picture'] }, pictures(node, context, sentenceId)),
    node.summary && h('p', { className: ['chart-sentence'], id: sentenceId }, node.summary),
    table && dataOf(table, context, caption ? captionId : undefined),
    context.some(rest),
  );
};

function pictures(node: Chart, context: FragmentContext, sentenceId: string): Element[] {
  const { charts } = context.options;
  if (charts === 'none' || charts === undefined) return [];
  const caption = captionOf(node);
  const word = fill(context.words.chart, { n: '' }).trim();
  const name = caption ? `${word}: ${toText(caption)}` : word;
  return charts.widthsPx.map((widthPx, index) => {
    const drawing = drawChart(node, { palette: charts.palette, widthPx, textSizePx: charts.textSizePx, words: context.words });
    return drawingToHast(drawing, {
      className: index === 0 ? ['chart-wide'] : ['chart-narrow'],
      role: 'img',
      ariaLabel: name,
      ...(node.summary ? { ariaDescribedBy: [sentenceId] } : {}),
    });
  });
}

function dataOf(table: Table, context: FragmentContext, captionId: string | undefined): Element {
  const word = context.words.chartData;
  const content = tableOf(table, context, {
    headers: 'both',
    ...(captionId ? { labelledBy: captionId } : { label: word }),
    ...(context.options.disclosure ? {} : { caption: [{ type: 'text', value: word }] }),
  });
  return context.options.disclosure
    ? h('details', { className: ['chart-data'] }, h('summary', {}, word), content)
    : h('div', { className: ['chart-data'] }, content);
}
