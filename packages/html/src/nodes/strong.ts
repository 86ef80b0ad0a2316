import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const strong: Handle<'strong'> = (node, context) => h('strong', {}, context.all(node));
