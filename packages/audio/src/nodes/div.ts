import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayDiv(node: NodeOf<'div'>, planner: Planner): void {
  planner.in(node.lang, () => planner.each(node.children));
}
