import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayCards(node: NodeOf<'cards'>, planner: Planner): void {
  planner.each(node.children);
  planner.pause(planner.pauses.paragraph);
}
