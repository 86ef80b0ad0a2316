import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function deleteElement(node: NodeOf<'delete'>, builder: Builder): Content[] {
  return [el('span', { class: 'deleted' }, builder.all(node.children))];
}
