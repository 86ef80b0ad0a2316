import type { Section } from '@everyread/core';
import type { Pen } from '../pen.js';
import { layWaitingNotes } from '../parts/note.js';

export function writeSection(node: Section, pen: Pen): void {
  const inner = pen.into(pen.element.child('Sect'));
  inner.blocks(node.children);
  if (node.depth === 1 && pen.world.report.edition.notes === 'section') layWaitingNotes(inner);
}
