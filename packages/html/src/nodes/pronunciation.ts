import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** How to say the words is for voices: on a page they stand as they are. */
export const pronunciation: Handle<'pronunciation'> = (node, context) =>
  h('span', context.data({ as: node.as, ipa: node.ipa }), context.all(node));
