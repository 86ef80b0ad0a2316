import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayKeyFigure(node: NodeOf<'keyFigure'>, planner: Planner): void {
  planner.valueFirst(node.say ?? node.value);
  planner.each(node.children);
  if (node.change) planner.conclude(`${node.change}.`, planner.lang);
  planner.pause(planner.pauses.listItem);
}
