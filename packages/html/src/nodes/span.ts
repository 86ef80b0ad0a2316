import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const span: Handle<'span'> = (node, context) => h('span', { lang: node.lang, dir: node.dir }, context.all(node));
