import { bodyOf, captionOf, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function cardElement(node: NodeOf<'card'>, builder: Builder): Content[] {
  const caption = captionOf(node);
  const picture = node.src === undefined ? undefined : builder.images.get(node.src);
  const title =
    caption &&
    el(
      'p',
      { class: 'title' },
      node.href ? el('a', { href: node.href, external: 'true' }, builder.all(caption.children)) : builder.all(caption.children),
    );
  const alt = node.alt?.trim() ?? '';
  const image = picture && el('img', { src: picture.path, alt });
  // Words in place of a picture that the book can't hold; of a card with nothing else, too.
  const inWords = !image && alt !== '' && (node.src !== undefined || node.children.length === 0);
  return [
    el(
      'div',
      { class: 'card', id: builder.maybeId(node.id) },
      image,
      inWords && el('p', { class: 'image' }, alt),
      title,
      builder.all(bodyOf(node)),
    ),
  ];
}
