import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayTableCell(node: NodeOf<'tableCell'>, planner: Planner): void {
  planner.as('cell', () => planner.each(node.children));
}
