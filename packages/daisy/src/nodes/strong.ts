import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function strongElement(node: NodeOf<'strong'>, builder: Builder): Content[] {
  return [el('strong', {}, builder.all(node.children))];
}
