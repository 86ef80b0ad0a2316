import { is, walk, type PhrasingContent, type ReportNode } from '@everyread/core';
import type { Findings } from './importing.js';

/** Says which notes the title has marks of: a title is plain text in every edition, and its notes stand at the end of the text. */
export function sayTitleNotes(line: readonly PhrasingContent[], findings: Findings, place?: { line: number; column: number }): void {
  walk(line as ReportNode[], (node) => {
    if (!is(node, 'footnoteReference')) return;
    const reason = `The title bears no mark of a note: note ${node.identifier} stands at the end of the text, without one`;
    findings.say('import-not-kept', reason, undefined, place);
  });
}
