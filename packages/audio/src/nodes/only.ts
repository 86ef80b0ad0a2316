import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayOnly(node: NodeOf<'only'>, planner: Planner): void {
  planner.each(node.children);
}
