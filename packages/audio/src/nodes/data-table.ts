import { bodyOf, captionOf, is, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';
import { readTable } from '../plan/read-table.js';

export function sayDataTable(node: NodeOf<'dataTable'>, planner: Planner): void {
  const caption = captionOf(node);
  if (caption) planner.visit(caption, planner);
  for (const child of bodyOf(node)) if (is(child, 'table')) readTable(child, { planner, headers: node.headers ?? 'col' });
  planner.pause(planner.pauses.paragraph);
}
