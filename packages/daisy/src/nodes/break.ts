import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function breakElement(_node: NodeOf<'break'>, _builder: Builder): Content[] {
  return [el('br', {})];
}
