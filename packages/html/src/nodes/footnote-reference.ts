import { fill } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const footnoteReference: Handle<'footnoteReference'> = (node, context) => {
  if (node.number === undefined) return undefined;
  const address = context.href(`note-${node.number}`);
  if (address === undefined) return undefined;
  return h(
    'sup',
    { className: ['note-mark'] },
    h(
      'a',
      {
        id: node.id,
        href: address,
        ...context.role('noteref'),
        ariaLabel: fill(context.words.noteMark, { n: node.number }),
        ...context.wordsLanguage,
      },
      String(node.number),
    ),
  );
};
