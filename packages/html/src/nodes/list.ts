import { is } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** A list of tasks alone needs no bullets: each begins with what has become of it. */
export const list: Handle<'list'> = (node, context) => {
  const tasks = !node.ordered && node.children.every((item) => is(item, 'listItem') && typeof item.checked === 'boolean');
  const start = node.ordered && typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {};
  return h(
    node.ordered ? 'ol' : 'ul',
    { ...start, ...(tasks ? { className: ['tasks'] } : {}), ...context.data({ spread: node.spread ? 'true' : undefined }) },
    context.all(node),
  );
};
