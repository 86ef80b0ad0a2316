import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function spanElement(node: NodeOf<'span'>, builder: Builder): Content[] {
  return [el('span', { 'xml:lang': node.lang, dir: node.dir === 'auto' ? undefined : node.dir }, builder.all(node.children))];
}
