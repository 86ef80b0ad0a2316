import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** “Table 2.”, which a page that is imported again loses by its class: each edition counts anew. */
export const captionNumber: Handle<'captionNumber'> = (node, context) => h('span', { className: ['caption-number'] }, context.all(node));
