import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function imageElement(node: NodeOf<'image'>, builder: Builder): Content[] {
  const picture = builder.images.get(node.url);
  const alt = node.alt ?? '';
  // The words in its place do not run into those beside it.
  return picture === undefined ? [` ${alt} `] : [el('img', { src: picture.path, alt })];
}
