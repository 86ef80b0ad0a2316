import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function abbreviationElement(node: NodeOf<'abbreviation'>, builder: Builder): Content[] {
  return [el('abbr', { title: node.title }, builder.all(node.children))];
}
