import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayText(node: NodeOf<'text'>, planner: Planner): void {
  planner.print(node.value.replace(/\s+/g, ' '));
}
