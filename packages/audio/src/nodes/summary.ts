import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function saySummary(node: NodeOf<'summary'>, planner: Planner): void {
  planner.each(node.children);
}
