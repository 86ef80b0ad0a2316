import type { NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayCaption(node: NodeOf<'caption'>, planner: Planner): void {
  planner.as('caption', () => planner.each(node.children));
  planner.pause(planner.pauses.paragraph);
}

export function sayCaptionNumber(node: NodeOf<'captionNumber'>, planner: Planner): void {
  planner.each(node.children);
}
