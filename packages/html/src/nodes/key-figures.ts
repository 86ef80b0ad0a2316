import { bodyOf, captionOf } from '@everyread/core';
import { blockTitle } from '../fragments/block-title.js';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** A list: a screen reader says how many figures there are, and each is read as one line. */
export const keyFigures: Handle<'keyFigures'> = (node, context) => {
  const title = blockTitle(captionOf(node), context, 'figures-title');
  return h('div', { className: ['key-figures'], id: node.id, ...title.group }, title.element, h('ul', {}, context.some(bodyOf(node))));
};
