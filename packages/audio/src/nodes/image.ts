import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayImage(node: NodeOf<'image'>, planner: Planner): void {
  const alt = node.alt?.trim() ?? '';
  if (alt === '') return;
  if (planner.announce.pictures) planner.printAs('', `, ${planner.words.spoken.image}`, planner.meta.lang);
  planner.printAs('', ` ${planner.announce.pictures ? '' : ','} ${planner.rules(alt)},`);
}
