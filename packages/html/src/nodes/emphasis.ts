import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const emphasis: Handle<'emphasis'> = (node, context) => h('em', {}, context.all(node));
