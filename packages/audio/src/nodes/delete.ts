import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayDelete(node: NodeOf<'delete'>, planner: Planner): void {
  planner.printAs('', planner.words.deleted);
  planner.each(node.children);
}
