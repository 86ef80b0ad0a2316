import { bodyOf, captionOf, describeChart, is, isNumbered, type ReportNode, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';
import { readTable } from '../plan/read-table.js';

export function sayChart(node: NodeOf<'chart'>, planner: Planner): void {
  const { words } = planner;
  const caption = captionOf(node);
  // “Chart 2. Income by source” says that it is one.
  if (planner.announce.charts && !(caption && isNumbered(caption))) planner.introduce(words.spoken.chart);
  if (caption) planner.visit(caption, planner);
  // A sentence made from the data says no more than the rows that follow; one that the author wrote does.
  if (node.summary && node.summary !== describeChart(node, words) && node.id !== undefined) {
    planner.say(node.id, node.summary, { kind: 'picture', node });
  }
  for (const child of bodyOf(node)) {
    if (is(child, 'table')) readTable(child, { planner, headers: 'col', unit: node.unit });
    else planner.visit(child as ReportNode, planner);
  }
  planner.pause(planner.pauses.paragraph);
}
