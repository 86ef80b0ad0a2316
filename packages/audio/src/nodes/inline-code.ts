import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayInlineCode(node: NodeOf<'inlineCode'>, planner: Planner): void {
  planner.print(node.value);
}
