import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function codeElement(node: NodeOf<'code'>, _builder: Builder): Content[] {
  const lines = node.value.split('\n');
  return [
    el(
      'p',
      {},
      el(
        'code',
        {},
        lines.flatMap((line, index) => (index === 0 ? [line] : [el('br', {}), line])),
      ),
    ),
  ];
}
