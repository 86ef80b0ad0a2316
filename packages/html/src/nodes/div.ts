import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const div: Handle<'div'> = (node, context) => h('div', { id: node.id, lang: node.lang, dir: node.dir }, context.all(node));
