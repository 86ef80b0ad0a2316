import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayPullQuote(node: NodeOf<'pullQuote'>, planner: Planner): void {
  const { words, announce } = planner;
  if (announce.quotes) planner.introduce(words.spoken.quote);
  planner.each(node.children);
  // Told once, after the words: an attribution has no sentence of its own.
  const who = [node.by, node.role, node.org].filter((part) => part !== undefined && part !== '').join(', ');
  const end = announce.quotes ? words.spoken.endOfQuote : '';
  // In a passage in another language the words of the report end the quotation, and the voice of the passage says who spoke.
  if (who !== '' && planner.lang !== planner.meta.lang) {
    if (end !== '') planner.conclude(`${end}.`);
    planner.conclude(`${who}.`, planner.lang);
  } else if (who !== '') planner.conclude(end === '' ? `${who}.` : `${end}, ${who}.`);
  else if (end !== '') planner.conclude(`${end}.`);
  planner.pause(planner.pauses.paragraph);
}
