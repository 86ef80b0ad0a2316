import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const inlineCode: Handle<'inlineCode'> = (node) => h('code', {}, node.value);
