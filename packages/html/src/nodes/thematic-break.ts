import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const thematicBreak: Handle<'thematicBreak'> = () => h('hr');
