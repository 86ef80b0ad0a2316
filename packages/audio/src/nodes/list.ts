import { counted, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayList(node: NodeOf<'list'>, planner: Planner): void {
  const { words, announce } = planner;
  if (announce.lists) planner.introduce(counted(node.children.length, words.spoken.listOne, words.spoken.listMany, words.lang));
  for (const [index, item] of node.children.entries()) {
    if (node.ordered) planner.introduce(`${(node.start ?? 1) + index}.`, planner.lang);
    planner.visit(item, planner);
  }
  if (announce.lists) planner.conclude(words.spoken.endOfList);
  planner.pause(planner.pauses.paragraph);
}
