import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const blockquote: Handle<'blockquote'> = (node, context) => h('blockquote', {}, context.all(node));
