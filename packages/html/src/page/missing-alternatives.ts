import { is, ruleMessage, walk, type Context, type PreparedReport } from '@everyread/core';
import { htmlRules } from '../messages.js';

/** Says which pictures have no text alternative: the page shows them, and those who don't see it get nothing. */
export function sayMissingAlternatives(report: PreparedReport, context: Context): void {
  walk([report.root, ...report.notes.map((note) => note.definition)], (node) => {
    const path = is(node, 'figure') && !node.decorative && !node.alt ? node.src : is(node, 'image') && !node.alt ? node.url : undefined;
    if (path === undefined) return;
    context.message(
      ruleMessage(htmlRules['html-missing-alt'], { node, source: 'html', reason: `The picture ${path} has no text alternative` }),
    );
  });
}
