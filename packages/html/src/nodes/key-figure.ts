import type { Handle } from '../fragments/context.js';
import { h, hidden } from '../fragments/element.js';

export const keyFigure: Handle<'keyFigure'> = (node, context) => {
  const say = context.options.hiddenWords && node.say ? node.say : undefined;
  const value = say ? [h('span', { ariaHidden: 'true' }, node.value), hidden(say)] : [node.value];
  return h(
    'li',
    {},
    h(
      'strong',
      { className: ['figure-value', ...(node.value.length > 11 ? ['figure-longest'] : node.value.length > 7 ? ['figure-long'] : [])] },
      value,
    ),
    ' ',
    h('span', { className: ['figure-label'] }, context.all(node)),
    node.change !== undefined && ' ',
    node.change !== undefined && h('span', { className: ['figure-change'] }, node.change),
  );
};
