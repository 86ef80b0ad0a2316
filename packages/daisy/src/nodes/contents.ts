import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import type { Content } from '../book/element.js';

export function contentsElement(_node: NodeOf<'contents'>, _builder: Builder): Content[] {
  // The book has its contents in its navigation file.
  return [];
}
