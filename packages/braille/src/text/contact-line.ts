import { is, toText, type Paragraph, type ReportNode } from '@everyread/core';
import type { LineRun } from '../transcriber.js';

/** How to ask for another format: the charity's own sentence, or its address or telephone number after a few words. */
export function contactRuns(contact: Paragraph): LineRun[] {
  return (contact.children as ReportNode[]).map((node) => ({
    text: is(node, 'text') ? node.value : toText(node),
    ...(is(node, 'span') && node.lang ? { lang: node.lang } : {}),
  }));
}
