import { build, type NodeOf } from '@everyread/core';
import type { Out, Scope } from '../scope.js';
import { tableBlocks } from '../table/table-blocks.js';

/** A table that no caption was wrapped round. */
export function table(node: NodeOf<'table'>, scope: Scope): Out {
  return tableBlocks(build.dataTable({ headers: 'col' }, [node]), node, scope, {});
}
