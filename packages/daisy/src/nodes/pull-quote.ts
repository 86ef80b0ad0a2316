import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function pullQuoteElement(node: NodeOf<'pullQuote'>, builder: Builder): Content[] {
  const who = [node.by, node.role, node.org].filter((part) => part !== undefined && part !== '').join(', ');
  return [
    el(
      'div',
      { class: 'quote', id: builder.maybeId(node.id) },
      el('blockquote', {}, builder.all(node.children)),
      who !== '' && el('p', { class: 'attribution' }, `– ${who}`),
    ),
  ];
}
