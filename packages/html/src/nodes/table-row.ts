import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const tableRow: Handle<'tableRow'> = (node, context) => h('tr', {}, context.all(node));
