import { bodyOf, captionOf } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { blockTitle } from '../fragments/block-title.js';
import { h } from '../fragments/element.js';

export const cards: Handle<'cards'> = (node, context) => {
  const title = blockTitle(captionOf(node), context, 'cards-title');
  return h('div', { className: ['cards'], id: node.id, ...title.group }, title.element, h('ul', {}, context.some(bodyOf(node))));
};
