import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayCard(node: NodeOf<'card'>, planner: Planner): void {
  if (node.alt) {
    if (planner.announce.pictures) planner.introduce(planner.words.spoken.image);
    planner.introduce(node.alt, planner.lang);
  }
  const first = planner.units.length;
  planner.each(node.children);
  if (planner.units.length === first && node.id !== undefined) planner.say(node.id, '', { node });
  planner.pause(planner.pauses.paragraph);
}
