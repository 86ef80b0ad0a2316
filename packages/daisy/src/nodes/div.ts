import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function divElement(node: NodeOf<'div'>, builder: Builder): Content[] {
  return [
    el(
      'div',
      { id: builder.maybeId(node.id), 'xml:lang': node.lang, dir: node.dir === 'auto' ? undefined : node.dir },
      builder.all(node.children),
    ),
  ];
}
