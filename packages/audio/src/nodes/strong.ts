import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayStrong(node: NodeOf<'strong'>, planner: Planner): void {
  planner.each(node.children);
}
