import { bodyOf, captionOf, toText } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { printedAddress } from '../fragments/printed-address.js';
import { safeAddress } from '../fragments/safe-address.js';

/** The title is the link: one stop for the keyboard, named for where it leads. */
export const card: Handle<'card'> = (node, context) => {
  const caption = captionOf(node);
  const address = node.href === undefined ? undefined : safeAddress(node.href, context);
  const printed = node.href === undefined || !caption ? {} : printedAddress(node.href, toText(caption), context.options);
  const words = caption ? context.all(caption) : [];
  const picture = node.src === undefined ? undefined : context.options.image?.(node.src);
  return h(
    'li',
    { className: ['card'], id: node.id },
    picture &&
      h('img', {
        src: picture.url,
        alt: node.alt ?? '',
        width: picture.width,
        height: picture.height,
        ...context.data({ file: node.src }),
      }),
    !picture && node.alt && h('p', {}, node.alt),
    words.length > 0 && h('p', { className: ['card-title'] }, address ? h('a', { href: address, ...printed }, words) : words),
    context.some(bodyOf(node)),
  );
};
