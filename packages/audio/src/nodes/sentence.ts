import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function saySentence(node: NodeOf<'sentence'>, planner: Planner): void {
  planner.sentence(node.id, node.children, node);
}
