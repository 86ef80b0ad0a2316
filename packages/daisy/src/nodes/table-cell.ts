import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function tableCellElement(node: NodeOf<'tableCell'>, builder: Builder): Content[] {
  return [el('td', {}, builder.all(node.children))];
}
