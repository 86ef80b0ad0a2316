import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function saySpan(node: NodeOf<'span'>, planner: Planner): void {
  planner.inWords(node.lang, () => planner.each(node.children));
}
