import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const breakNode: Handle<'break'> = () => h('br');
