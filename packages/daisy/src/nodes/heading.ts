import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function headingElement(node: NodeOf<'heading'>, builder: Builder): Content[] {
  return [el(`h${node.depth}`, { id: builder.maybeId(node.id) }, builder.all(node.children))];
}
