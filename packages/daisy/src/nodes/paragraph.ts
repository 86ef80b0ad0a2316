import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function paragraphElement(node: NodeOf<'paragraph'>, builder: Builder): Content[] {
  return [el('p', {}, builder.all(node.children))];
}
