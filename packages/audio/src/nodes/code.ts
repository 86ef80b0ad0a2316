import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayCode(node: NodeOf<'code'>, planner: Planner): void {
  // A block of code has no name of its own: it is read before what follows.
  if (planner.hasWords) planner.introduce(planner.words.spoken.code);
  for (const line of node.value.split('\n')) planner.introduce(line.replace(/[,;|\t](?=\S)/g, '$& '), planner.lang);
  if (planner.hasWords) planner.introduce(planner.words.spoken.endOfCode);
}
