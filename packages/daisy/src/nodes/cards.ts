import { bodyOf, captionOf, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function cardsElement(node: NodeOf<'cards'>, builder: Builder): Content[] {
  const caption = captionOf(node);
  return [el('div', { class: 'cards', id: builder.maybeId(node.id) }, caption && builder.all([caption]), builder.all(bodyOf(node)))];
}
