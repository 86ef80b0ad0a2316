import type { NodeOf } from '@everyread/core';
import { TextRun } from 'docx';
import { cleanText } from '../clean-text.js';
import { paragraph } from '../flow.js';
import { languageSlots } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** Lines kept as they are, in one paragraph. */
export function code(node: NodeOf<'code'>, scope: Scope): Out {
  const lines = cleanText(node.value.replace(/\r\n?/g, '\n')).split('\n');
  const language = scope.run.lang ? { language: languageSlots(scope.run.lang) } : {};
  const runs = lines.map((text, index) => new TextRun({ text, noProof: true, ...language, ...(index > 0 ? { break: 1 } : {}) }));
  return paragraph({ ...scope, frame: { left: 0 } }, runs, { style: 'CodeBlock' });
}
