import { captionOf, describeChart, is, withUnits, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';
import { makeTable } from '../book/table.js';

export function chartElement(node: NodeOf<'chart'>, builder: Builder): Content[] {
  const { words } = builder.report;
  // The sentence that the author wrote is spoken; one made from the data would only say the table twice.
  const said = node.summary !== undefined && node.summary !== describeChart(node, words);
  const content = node.children.flatMap((child) =>
    is(child, 'table') ? [makeTable(withUnits(child, node.unit), 'both', builder)] : builder.all([child]),
  );
  return [
    el(
      'div',
      // A link may lead to the chart; its clip is that of the sentence.
      { class: 'chart', id: said ? undefined : builder.maybeId(node.id) },
      captionOf(node) && content.slice(0, 1),
      node.summary !== undefined && el('p', said ? { id: builder.maybeId(node.id) } : { class: 'summary' }, node.summary),
      captionOf(node) ? content.slice(1) : content,
    ),
  ];
}
