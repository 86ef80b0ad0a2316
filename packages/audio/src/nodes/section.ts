import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function saySection(node: NodeOf<'section'>, planner: Planner): void {
  planner.each(node.children);
  planner.pause(planner.pauses.section);
}
