import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import type { Content } from '../book/element.js';

export function thematicBreakElement(_node: NodeOf<'thematicBreak'>, _builder: Builder): Content[] {
  return [];
}
