import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function calloutElement(node: NodeOf<'callout'>, builder: Builder): Content[] {
  return [el('div', { class: `callout ${node.kind ?? 'note'}`, id: builder.maybeId(node.id) }, builder.all(node.children))];
}
