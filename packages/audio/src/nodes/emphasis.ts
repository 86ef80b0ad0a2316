import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayEmphasis(node: NodeOf<'emphasis'>, planner: Planner): void {
  planner.each(node.children);
}
