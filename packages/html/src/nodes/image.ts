import type { Handle } from '../fragments/context.js';
import { h, textNode } from '../fragments/element.js';

/** A picture in a line; where it can't be shown its words stand in its place. */
export const image: Handle<'image'> = (node, context) => {
  const picture = context.options.image?.(node.url);
  if (picture === undefined) return node.alt ? textNode(node.alt) : undefined;
  return h('img', {
    className: ['inline-image'],
    src: picture.url,
    alt: node.alt ?? '',
    width: picture.width,
    height: picture.height,
    ...context.data({ file: node.url }),
  });
};
