import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayDelete(node: NodeOf<'delete'>, planner: Planner): void {
  if (planner.hasWords) planner.printAs('', planner.words.deleted, planner.meta.lang);
  planner.each(node.children);
}
