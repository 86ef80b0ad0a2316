import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function sentenceElement(node: NodeOf<'sentence'>, builder: Builder): Content[] {
  return [el('sent', { id: builder.id(node.id) }, builder.all(node.children))];
}
