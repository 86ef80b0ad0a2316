import { fill, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayFootnoteReference(node: NodeOf<'footnoteReference'>, planner: Planner): void {
  if (node.number === undefined) return;
  if (planner.announce.notes)
    planner.printAs(
      '',
      `, ${fill(planner.words.spoken.noteMark, { n: planner.rules(String(node.number), planner.meta.lang) })},`,
      planner.meta.lang,
    );
  if (!planner.dueNotes.includes(node.number)) planner.dueNotes.push(node.number);
}
