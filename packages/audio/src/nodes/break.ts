import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayBreak(_node: NodeOf<'break'>, planner: Planner): void {
  // A line of an address or a poem ends with a short pause.
  planner.printAs(' ', ',');
}
