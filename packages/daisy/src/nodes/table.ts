import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import type { Content } from '../book/element.js';
import { makeTable } from '../book/table.js';

export function tableElement(node: NodeOf<'table'>, builder: Builder): Content[] {
  return [makeTable(node, 'col', builder)];
}
