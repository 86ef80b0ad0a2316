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
  const image = picture && el('img', { src: picture.path, alt: node.alt ?? '' });
  return [
    el(
      'div',
      { class: 'card', id: builder.maybeId(node.id) },
      image,
      title,
      builder.all(bodyOf(node)),
      !image && !title && node.children.length === 0 && el('p', {}, node.alt ?? ''),
    ),
  ];
}
