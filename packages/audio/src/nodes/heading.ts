import { fill, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayHeading(node: NodeOf<'heading'>, planner: Planner): void {
  planner.pause(planner.pauses.beforeHeading);
  if (planner.announce.headings) planner.introduce(fill(planner.words.spoken.heading, { n: node.depth }));
  const first = planner.units.length;
  planner.as('heading', () => planner.each(node.children));
  for (const unit of planner.units.slice(first)) if (unit.kind === 'heading') unit.depth = node.depth;
  planner.pause(planner.pauses.afterHeading);
}
