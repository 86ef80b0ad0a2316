import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function blockquoteElement(node: NodeOf<'blockquote'>, builder: Builder): Content[] {
  return [el('blockquote', {}, builder.all(node.children))];
}
