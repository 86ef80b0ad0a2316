import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function inlineCodeElement(node: NodeOf<'inlineCode'>, _builder: Builder): Content[] {
  return [el('code', {}, node.value)];
}
