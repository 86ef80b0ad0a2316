import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function listElement(node: NodeOf<'list'>, builder: Builder): Content[] {
  const start = node.ordered && node.start !== undefined && node.start !== 1 ? String(node.start) : undefined;
  return [el('list', { type: node.ordered ? 'ol' : 'ul', start, enum: node.ordered ? '1' : undefined }, builder.all(node.children))];
}
