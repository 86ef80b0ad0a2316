import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayLink(node: NodeOf<'link'>, planner: Planner): void {
  planner.each(node.children);
  if (planner.announce.links) planner.printAs('', `, ${planner.words.spoken.link},`, planner.meta.lang);
}
