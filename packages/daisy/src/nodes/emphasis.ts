import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function emphasisElement(node: NodeOf<'emphasis'>, builder: Builder): Content[] {
  return [el('em', {}, builder.all(node.children))];
}
