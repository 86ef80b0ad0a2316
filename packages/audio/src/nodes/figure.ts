import { bodyOf, captionOf, fill, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayFigure(node: NodeOf<'figure'>, planner: Planner): void {
  const caption = captionOf(node);
  if (!node.decorative) {
    const { image, imageWithout } = planner.words.spoken;
    const alt = node.alt?.trim() ?? '';
    const text = alt === '' ? (planner.hasWords ? imageWithout : '') : planner.announce.pictures ? `${image} ${alt}` : alt;
    if (node.id !== undefined) planner.say(node.id, text, { kind: 'picture', node });
  }
  if (caption) planner.visit(caption, planner);
  if (node.credit && planner.hasWords) planner.conclude(fill(planner.words.spoken.credit, { name: node.credit }));
  planner.each(bodyOf(node));
  planner.pause(planner.pauses.paragraph);
}
