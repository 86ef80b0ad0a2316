import type { Handle } from '../fragments/context.js';
import { textNode } from '../fragments/element.js';

export const text: Handle<'text'> = (node) => textNode(node.value);
