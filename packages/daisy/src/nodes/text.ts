import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import type { Content } from '../book/element.js';

export function textElement(node: NodeOf<'text'>, _builder: Builder): Content[] {
  return [node.value.replace(/\s+/g, ' ')];
}
