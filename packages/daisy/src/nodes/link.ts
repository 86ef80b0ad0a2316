import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function linkElement(node: NodeOf<'link'>, builder: Builder): Content[] {
  return [el('a', { href: node.url, external: 'true' }, builder.all(node.children))];
}
