import { toText, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayPronunciation(node: NodeOf<'pronunciation'>, planner: Planner): void {
  if (node.as === undefined) planner.each(node.children);
  else planner.printAs(toText(node), node.as);
}
