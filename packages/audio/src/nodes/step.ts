import { printWhen, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayStep(node: NodeOf<'step'>, planner: Planner): void {
  if (node.when) planner.introduce(`${printWhen(node.when, planner.meta.lang)}:`);
  if (node.value) planner.introduce(`${node.value},`, planner.lang);
  const first = planner.units.length;
  planner.each(node.children);
  if (planner.units.length === first && node.id !== undefined) planner.say(node.id, '', { node });
  planner.pause(planner.pauses.listItem);
}
