import { bodyOf, captionOf } from '@everyread/core';
import { blockTitle } from '../fragments/block-title.js';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** A numbered list whatever its look: the order is what it says. */
export const steps: Handle<'steps'> = (node, context) => {
  const title = blockTitle(captionOf(node), context, 'steps-title');
  return h(
    'div',
    { className: ['steps', `steps-${node.kind ?? 'steps'}`], id: node.id, ...title.group },
    title.element,
    h('ol', {}, context.some(bodyOf(node))),
  );
};
