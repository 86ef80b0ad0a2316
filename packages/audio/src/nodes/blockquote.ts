import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayBlockquote(node: NodeOf<'blockquote'>, planner: Planner): void {
  if (planner.announce.quotes) planner.introduce(planner.words.spoken.quote);
  planner.each(node.children);
  if (planner.announce.quotes) planner.conclude(`${planner.words.spoken.endOfQuote}.`);
  planner.pause(planner.pauses.paragraph);
}
