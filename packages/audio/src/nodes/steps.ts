import { captionOf, fill, is, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function saySteps(node: NodeOf<'steps'>, planner: Planner): void {
  const steps = node.children.filter((child) => is(child, 'step'));
  const caption = captionOf(node);
  if (caption) planner.visit(caption, planner);
  for (const [index, step] of steps.entries()) {
    if (planner.announce.blocks && node.kind !== 'timeline') planner.introduce(`${fill(planner.words.step, { n: index + 1 })}:`);
    planner.visit(step, planner);
  }
  planner.pause(planner.pauses.paragraph);
}
