import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayTableRow(node: NodeOf<'tableRow'>, planner: Planner): void {
  planner.each(node.children);
}
