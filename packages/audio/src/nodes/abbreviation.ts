import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayAbbreviation(node: NodeOf<'abbreviation'>, planner: Planner): void {
  planner.each(node.children);
}
