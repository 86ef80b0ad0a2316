import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayKeyFigures(node: NodeOf<'keyFigures'>, planner: Planner): void {
  planner.each(node.children);
  planner.pause(planner.pauses.paragraph);
}
