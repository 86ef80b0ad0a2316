import { ruleMessage, type NodeOf } from '@everyread/core';
import { line } from '../flow.js';
import { docxRules } from '../messages.js';
import type { Out, Scope } from '../scope.js';

/** Words with a note on how to say them: Word can't carry the note, and says so once. */
export function pronunciation(node: NodeOf<'pronunciation'>, scope: Scope): Out {
  const { job } = scope;
  if (!job.pronunciationTold) {
    job.pronunciationTold = true;
    job.message(
      ruleMessage(docxRules['docx-pronunciation'], {
        node,
        source: 'docx',
        reason: 'Word can’t carry how words are said; the words themselves are all there',
      }),
    );
  }
  return line(node.children, scope);
}
