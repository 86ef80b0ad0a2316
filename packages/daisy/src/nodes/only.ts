import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import type { Content } from '../book/element.js';

export function onlyElement(node: NodeOf<'only'>, builder: Builder): Content[] {
  return builder.all(node.children);
}
