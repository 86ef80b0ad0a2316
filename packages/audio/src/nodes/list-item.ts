import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayListItem(node: NodeOf<'listItem'>, planner: Planner): void {
  if (typeof node.checked === 'boolean' && planner.hasWords)
    planner.introduce(`${node.checked ? planner.words.taskDone : planner.words.taskOpen}:`);
  const first = planner.units.length;
  planner.each(node.children);
  // Items follow closer than paragraphs.
  const last = planner.units.at(-1);
  if (last !== undefined && planner.units.length > first) last.pauseMs = planner.pauses.listItem;
}
