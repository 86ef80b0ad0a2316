import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayImage(node: NodeOf<'image'>, planner: Planner): void {
  const alt = node.alt?.trim() ?? '';
  if (alt === '') return;
  planner.printAs('', `, ${planner.announce.pictures ? planner.words.spoken.image : ''} ${planner.rules(alt)},`);
}
