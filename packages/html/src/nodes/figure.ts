import { bodyOf, captionOf, toText } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { ownWordsWithName } from '../fragments/own-words.js';

/** A picture with its caption and, below it for everybody, its long description. */
export const figure: Handle<'figure'> = (node, context) => {
  const caption = captionOf(node);
  const body = bodyOf(node);
  const picture = context.options.image?.(node.src);
  const alt = node.decorative ? '' : (node.alt ?? '');
  const described = body.length > 0 ? context.unique('description') : undefined;
  const credit = node.credit ? ownWordsWithName(context.words.credit, node.credit, context.wordsLanguage) : undefined;
  const ends = caption !== undefined && /[.!?]$/.test(toText(caption));
  const captionWords = caption ? context.all(caption) : [];
  const details = described && alt ? { ariaDetails: described } : {};
  // An empty `alt` says that the picture says nothing: one that was forgotten is told apart.
  const missing = node.decorative ? {} : context.data({ alt: alt === '' ? 'missing' : undefined });
  const shown = picture
    ? h('img', {
        src: picture.url,
        alt,
        width: picture.width,
        height: picture.height,
        ...details,
        ...missing,
        ...context.data({ file: node.src }),
      })
    : alt !== '' && h('p', { className: ['picture-words'] }, alt);
  const element = h(
    'figure',
    { className: ['figure'], id: node.id },
    shown,
    (captionWords.length > 0 || credit) &&
      h(
        'figcaption',
        {},
        captionWords,
        captionWords.length > 0 && credit && (ends ? ' ' : '. '),
        credit && h('span', { className: ['credit'], ...context.data({ stop: caption && !ends ? 'added' : undefined }) }, credit),
      ),
  );
  return described === undefined ? element : [element, h('div', { className: ['description'], id: described }, context.some(body))];
};
