import { fill, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayFootnoteDefinition(node: NodeOf<'footnoteDefinition'>, planner: Planner): void {
  const { words, announce } = planner;
  if (announce.notes) planner.introduce(fill(words.spoken.note, { n: node.number ?? '' }));
  planner.as('note', () => planner.each(node.children));
  if (announce.notes) planner.conclude(words.spoken.endOfNote);
  planner.pause(planner.pauses.paragraph);
}
