import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayContents(_node: NodeOf<'contents'>, _planner: Planner): void {
  // A listener moves by chapters and by the player's contents; the list itself is not read.
}
