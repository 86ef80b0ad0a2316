import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function tableRowElement(node: NodeOf<'tableRow'>, builder: Builder): Content[] {
  return [el('tr', {}, builder.all(node.children))];
}
