import { captionOf, is, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import type { Content } from '../book/element.js';
import { makeTable } from '../book/table.js';

export function dataTableElement(node: NodeOf<'dataTable'>, builder: Builder): Content[] {
  const caption = captionOf(node);
  return node.children.flatMap((child) =>
    is(child, 'table')
      ? [makeTable(child, node.headers ?? 'col', builder, caption ? builder.all(caption.children) : undefined, builder.maybeId(node.id))]
      : [],
  );
}
