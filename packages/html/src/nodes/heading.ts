import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** Below the title's `h1`; a seventh level says so in ARIA, for HTML has six. */
export const heading: Handle<'heading'> = (node, context) => {
  const level = node.depth + (context.options.headingOffset ?? 1);
  return h(`h${Math.min(level, 6)}`, { id: node.id, ...(level > 6 ? { ariaLevel: String(level) } : {}) }, context.all(node));
};
