import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const pullQuote: Handle<'pullQuote'> = (node, context) => {
  const more = [node.role, node.org].filter((part) => part !== undefined && part !== '').join(', ');
  const by = [node.by !== undefined && node.by !== '' && h('span', { className: ['quote-by'] }, node.by), node.by && more && ', ', more];
  return h(
    'figure',
    { className: ['quote'], id: node.id },
    h('blockquote', {}, context.all(node)),
    (node.by || more) && h('figcaption', {}, '– ', by),
  );
};
