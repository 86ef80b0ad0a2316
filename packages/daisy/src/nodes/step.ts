import { bodyOf, captionOf, printWhen, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function stepElement(node: NodeOf<'step'>, builder: Builder): Content[] {
  const when = node.when === undefined ? undefined : el('p', { class: 'when' }, printWhen(node.when, builder.report.meta.lang));
  const caption = captionOf(node);
  return [
    el(
      'li',
      { id: builder.maybeId(node.id) },
      when,
      caption && builder.all([caption]),
      node.value ? el('p', { class: 'value' }, node.value) : undefined,
      builder.all(bodyOf(node)),
    ),
  ];
}
