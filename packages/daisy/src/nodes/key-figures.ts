import { bodyOf, captionOf, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function keyFiguresElement(node: NodeOf<'keyFigures'>, builder: Builder): Content[] {
  const caption = captionOf(node);
  return [
    el(
      'div',
      { class: 'key-figures', id: builder.maybeId(node.id) },
      caption && builder.all([caption]),
      el('list', { type: 'ul' }, builder.all(bodyOf(node))),
    ),
  ];
}
