import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const paragraph: Handle<'paragraph'> = (node, context) => h('p', {}, context.all(node));
