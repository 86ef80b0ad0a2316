import { captionOf, is, type Table } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { tableOf } from './table.js';

export const dataTable: Handle<'dataTable'> = (node, context) => {
  const caption = captionOf(node);
  const table = node.children.find((child): child is Table => is(child, 'table'));
  if (table === undefined) return undefined;
  const target = node.id === undefined ? undefined : context.report.targets.get(node.id);
  return h(
    'div',
    { className: ['data-table'], id: node.id, ...context.data({ headers: node.headers }) },
    tableOf(table, context, {
      headers: node.headers ?? 'col',
      ...(caption ? { caption: context.all(caption) } : { label: target?.number ?? context.unique('table') }),
    }),
  );
};
