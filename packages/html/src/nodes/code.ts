import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const code: Handle<'code'> = (node) => h('pre', {}, h('code', {}, node.value));
