import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function keyFigureElement(node: NodeOf<'keyFigure'>, builder: Builder): Content[] {
  return [
    el(
      'li',
      {},
      el('p', {}, el('strong', {}, node.value), ' ', builder.all(node.children), node.change !== undefined && ` ${node.change}`),
    ),
  ];
}
