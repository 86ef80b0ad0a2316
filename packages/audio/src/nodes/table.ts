import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';
import { readTable } from '../plan/read-table.js';

export function sayTable(node: NodeOf<'table'>, planner: Planner): void {
  readTable(node, { planner, headers: 'col' });
}
