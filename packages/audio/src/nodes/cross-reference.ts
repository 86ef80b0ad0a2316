import { fill, toText, type NodeOf, type ReferenceTarget } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayCrossReference(node: NodeOf<'crossReference'>, planner: Planner): void {
  const target = planner.report.targets.get(node.target);
  const printed = toText(node);
  const words = target === undefined ? undefined : wordsOf(node, target, planner);
  if (words === undefined || words === printed) planner.each(node.children);
  else planner.printAs(printed, planner.rules(words));
}

function wordsOf(node: NodeOf<'crossReference'>, target: ReferenceTarget, planner: Planner): string | undefined {
  const { words } = planner;
  switch (node.show) {
    case 'page':
      if (target.printPage !== undefined && planner.hasWords) return fill(words.page, { n: target.printPage });
      if (target.title === undefined) return undefined;
      if (!planner.hasWords) return target.title;
      // A listener has no pages. In English one reads on a page and in a section.
      if (words.lang.startsWith('en')) planner.sayEnding(/(?<![\p{L}\d])on\s+$/u, 'in');
      return fill(words.spoken.section, { title: target.title });
    case 'title':
      return target.title;
    case 'number':
      return target.number ?? target.title;
    default:
      return undefined;
  }
}
