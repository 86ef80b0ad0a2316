import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function captionElement(node: NodeOf<'caption'>, builder: Builder): Content[] {
  return [el('p', { class: 'title' }, builder.all(node.children))];
}

export function captionNumberElement(node: NodeOf<'captionNumber'>, builder: Builder): Content[] {
  return builder.all(node.children);
}
