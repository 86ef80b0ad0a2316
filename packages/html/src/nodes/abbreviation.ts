import { endingOf, toText } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** The long form stands in the text the first time (WCAG 2.2, 3.1.4): a tooltip reaches neither touch nor keyboard. */
export const abbreviation: Handle<'abbreviation'> = (node, context) => {
  const short = h(
    'abbr',
    { title: node.title, ...context.data({ ending: endingOf(node) > 0 ? String(endingOf(node)) : undefined }) },
    context.all(node),
  );
  const around = context.parent ? toText(context.parent) : '';
  const inHeading = context.parent?.type === 'heading' || context.parent?.type === 'caption';
  if (inHeading || !context.first('abbreviation', `${toText(node)} ${node.title}`) || around.includes(node.title)) return short;
  const long = ` (${node.title})`;
  return [short, context.options.sourceData ? h('span', { className: ['expansion'] }, long) : { type: 'text', value: long }];
};
