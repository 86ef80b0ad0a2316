import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayPullQuote(node: NodeOf<'pullQuote'>, planner: Planner): void {
  const { words, announce } = planner;
  if (announce.quotes) planner.introduce(words.spoken.quote);
  planner.each(node.children);
  // Told once, after the words: an attribution has no sentence of its own.
  const who = [node.by, node.role, node.org].filter((part) => part !== undefined && part !== '').join(', ');
  const end = announce.quotes ? words.spoken.endOfQuote : '';
  if (who !== '') planner.conclude(end === '' ? `${who}.` : `${end}, ${who}.`);
  else if (end !== '') planner.conclude(`${end}.`);
  planner.pause(planner.pauses.paragraph);
}
