import { fill, toText, type CrossReference, type ReferenceTarget } from '@everyread/core';
import type { ElementContent, FragmentContext, Handle } from '../fragments/context.js';
import { h, textNode } from '../fragments/element.js';

/** Words that are true here: a page number only where the print pages are marked. */
export const crossReference: Handle<'crossReference'> = (node, context) => {
  const target = context.report.targets.get(node.target);
  const words = target === undefined ? undefined : wordsFor(node, target, context);
  const content = words ?? context.all(node);
  const address = context.href(node.target);
  const source = node.show === undefined || node.show === 'text' ? {} : context.data({ show: node.show, words: toText(node) });
  return address === undefined ? content : h('a', { href: address, ...source }, content);
};

function wordsFor(node: CrossReference, target: ReferenceTarget, context: FragmentContext): ElementContent[] | undefined {
  const title = target.title === undefined ? undefined : [textNode(target.title)];
  switch (node.show) {
    case 'page':
      return target.printPage === undefined ? title : [context.own(fill(context.words.page, { n: target.printPage }))];
    case 'title':
      return title;
    case 'number':
      return target.number === undefined ? title : [context.own(target.number)];
    default:
      return node.children.length > 0 ? undefined : title;
  }
}
