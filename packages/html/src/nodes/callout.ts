import { bodyOf, captionOf, type Callout, type Words } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** A note, not an `aside`: what it says belongs to the text around it. Its kind is a word, never a colour alone. */
export const callout: Handle<'callout'> = (node, context) => {
  const caption = captionOf(node);
  const kind = kindWord(node.kind, context.words);
  const id = context.unique('callout-title');
  const title = caption
    ? [...(kind ? [h('span', { className: ['callout-kind'], ...context.wordsLanguage }, `${kind}:`), ' '] : []), ...context.all(caption)]
    : kind
      ? [context.own(kind)]
      : [];
  return h(
    'div',
    {
      className: ['callout', `callout-${node.kind ?? 'note'}`],
      id: node.id,
      role: 'note',
      ...(title.length > 0 ? { ariaLabelledBy: [id] } : {}),
    },
    title.length > 0 && h('p', { className: ['block-title'], id }, title),
    context.some(bodyOf(node)),
  );
};

function kindWord(kind: Callout['kind'], words: Words): string | undefined {
  return kind === 'tip' ? words.tip : kind === 'important' ? words.important : kind === 'warning' ? words.warning : undefined;
}
