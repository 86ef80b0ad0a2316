import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayThematicBreak(_node: NodeOf<'thematicBreak'>, planner: Planner): void {
  planner.pause(planner.pauses.section);
}
