import { fill, toText, type NodeOf } from '@everyread/core';
import type { Planner } from '../plan/planner.js';

export function sayCrossReference(node: NodeOf<'crossReference'>, planner: Planner): void {
  const target = planner.report.targets.get(node.target);
  const printed = toText(node);
  // A listener has no pages of their own: the print page where there is one, else the title of the place.
  const page = target?.printPage === undefined ? target?.title : fill(planner.words.page, { n: target.printPage });
  const words =
    node.show === 'page'
      ? page
      : node.show === 'title'
        ? target?.title
        : node.show === 'number'
          ? (target?.number ?? target?.title)
          : undefined;
  if (words === undefined || words === printed) planner.each(node.children);
  else planner.printAs(printed, planner.rules(words));
}
