import { fill, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayPageBreak(node: NodeOf<'pageBreak'>, planner: Planner): void {
  if (!planner.settings.announce.pages) return;
  const words = planner.hasWords ? fill(planner.words.spoken.page, { n: node.label }) : node.label;
  const id = node.id ?? `page-${node.label}`;
  if (planner.inLine) planner.pageInLine(id, node.label, node);
  else planner.say(id, words, { kind: 'page', node });
}
