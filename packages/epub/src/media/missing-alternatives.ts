import { childrenOf, is, ruleMessage, walk, type Context, type PreparedReport, type ReportNode } from '@everyread/core';
import { epubRules } from '../messages.js';

/** Counts the pictures that tell something and have no words in their place; each is a message. */
export function countMissingAlternatives(report: PreparedReport, context: Pick<Context, 'message'>): number {
  let count = 0;
  const look = (node: ReportNode): void => {
    const src = is(node, 'image') ? node.url : is(node, 'figure') && !node.decorative ? node.src : undefined;
    if (src === undefined || ('alt' in node && (node.alt ?? '').trim() !== '')) return;
    count += 1;
    context.message(
      ruleMessage(epubRules['epub-missing-alt'], { node, source: 'epub', reason: `The picture ${src} has no text alternative` }),
    );
  };
  walk(report.root.children, look);
  for (const note of report.notes) walk(childrenOf(note.definition), look);
  return count;
}
