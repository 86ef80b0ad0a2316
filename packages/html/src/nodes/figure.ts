import { bodyOf, captionOf, fill } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** A picture with its caption and, below it for everybody, its long description. */
export const figure: Handle<'figure'> = (node, context) => {
  const caption = captionOf(node);
  const body = bodyOf(node);
  const picture = context.options.image?.(node.src);
  const alt = node.decorative ? '' : (node.alt ?? '');
  const described = body.length > 0 ? context.unique('description') : undefined;
  const credit = node.credit ? fill(context.words.credit, { name: node.credit }) : undefined;
  const captionWords = caption ? context.all(caption) : [];
  return h(
    'figure',
    { className: ['figure'], id: node.id },
    picture
      ? h('img', {
          src: picture.url,
          alt,
          width: picture.width,
          height: picture.height,
          ...(described && alt ? { ariaDetails: described } : {}),
        })
      : alt !== '' && h('p', { className: ['picture-words'] }, alt),
    (captionWords.length > 0 || credit) &&
      h('figcaption', {}, captionWords, captionWords.length > 0 && credit && ' ', credit && h('span', { className: ['credit'] }, credit)),
    described && h('div', { className: ['description'], id: described }, context.some(body)),
  );
};
