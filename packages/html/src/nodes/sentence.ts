import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const sentence: Handle<'sentence'> = (node, context) => h('span', { id: node.id, className: ['sentence'] }, context.all(node));
