import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const pullQuote: Handle<'pullQuote'> = (node, context) => {
  const parts = [
    ['quote-by', node.by],
    ['quote-role', node.role],
    ['quote-org', node.org],
  ] as const;
  const said = parts.filter(([, words]) => words !== undefined && words !== '');
  const by = said.flatMap(([name, words], index) => [index > 0 && ', ', h('span', { className: [name] }, words)]);
  return h(
    'figure',
    { className: ['quote'], id: node.id },
    h('blockquote', {}, context.all(node)),
    said.length > 0 && h('figcaption', {}, '– ', by),
  );
};
