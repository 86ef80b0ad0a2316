import type { Context } from '../contracts/renderer.js';
import { ruleMessage } from '../contracts/rule.js';
import { childrenOf, is } from '../guards.js';
import { walk } from '../map.js';
import type { PreparedReport } from '../report.js';
import type { ReportNode } from '../types.js';
import { documentRules } from './rules.js';

/**
 * Says which pictures tell something and have no words in their place, for formats that are made without the audit:
 * the message is that of the audit, so that a run with both says it once.
 *
 * @param source - the format that speaks
 * @returns how many there are
 */
export function sayMissingAlternatives(report: PreparedReport, source: string, context: Pick<Context, 'message'>): number {
  let count = 0;
  const look = (node: ReportNode): void => {
    const src = is(node, 'image') ? node.url : is(node, 'figure') && !node.decorative ? node.src : undefined;
    if (src === undefined || ('alt' in node && (node.alt ?? '').trim() !== '')) return;
    count += 1;
    context.message(ruleMessage(documentRules['missing-alt'], { node, source, reason: missingAlternative(src) }));
  };
  walk(report.root.children, look);
  for (const note of report.notes) walk(childrenOf(note.definition), look);
  return count;
}

/** The reason that the rule `missing-alt` gives. */
export function missingAlternative(src: string): string {
  return `The picture ${src} has no text alternative`;
}
