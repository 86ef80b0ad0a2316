import { is, toText, walk, type NodeOf, type ReportNode } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayPronunciation(node: NodeOf<'pronunciation'>, planner: Planner): void {
  if (node.as === undefined) planner.each(node.children);
  else {
    planner.printAs(toText(node), node.as);
    // A print page that begins in the word is told all the same, and a note that is marked in it.
    walk(node.children as ReportNode[], (each) => {
      if (is(each, 'pageBreak') || is(each, 'footnoteReference')) planner.visit(each, planner);
    });
  }
}
