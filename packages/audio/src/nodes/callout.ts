import { fill, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayCallout(node: NodeOf<'callout'>, planner: Planner): void {
  const { words } = planner;
  const kinds = { note: fill(words.note, { n: '' }).trim(), tip: words.tip, important: words.important, warning: words.warning };
  if (planner.announce.blocks) planner.introduce(fill(words.spoken.callout, { kind: kinds[node.kind ?? 'note'] }));
  planner.each(node.children);
  planner.pause(planner.pauses.paragraph);
}
