import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayPageBreak(node: NodeOf<'pageBreak'>, planner: Planner): void {
  if (!planner.settings.announce.pages) return;
  const id = node.id ?? `page-${node.label}`;
  if (planner.inLine) planner.pageInLine(id, node.label, node);
  else planner.page(id, node.label, node);
}
