import { bodyOf, captionOf, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function stepsElement(node: NodeOf<'steps'>, builder: Builder): Content[] {
  const caption = captionOf(node);
  return [
    el(
      'div',
      { class: 'steps', id: builder.maybeId(node.id) },
      caption && builder.all([caption]),
      el('list', { type: 'ol', enum: '1' }, builder.all(bodyOf(node))),
    ),
  ];
}
