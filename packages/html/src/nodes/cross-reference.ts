import { fill, toText, type CrossReference, type ReferenceTarget, type Words } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** Words that are true here: a page number only where the print pages are marked. */
export const crossReference: Handle<'crossReference'> = (node, context) => {
  const target = context.report.targets.get(node.target);
  const words = target === undefined ? undefined : wordsOf(node, target, context.words);
  const content = words === undefined ? context.all(node) : [{ type: 'text' as const, value: words }];
  const address = context.href(node.target);
  const source = node.show === undefined || node.show === 'text' ? {} : context.data({ show: node.show, words: toText(node) });
  return address === undefined ? content : h('a', { href: address, ...source }, content);
};

function wordsOf(node: CrossReference, target: ReferenceTarget, words: Words): string | undefined {
  switch (node.show) {
    case 'page':
      return target.printPage === undefined ? target.title : fill(words.page, { n: target.printPage });
    case 'title':
      return target.title;
    case 'number':
      return target.number ?? target.title;
    default:
      return node.children.length > 0 ? undefined : target.title;
  }
}
