import type { NodeOf } from '@everyread/core';
import { TextRun } from 'docx';
import { flow } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** The text of a note, in the style of notes. */
export function footnoteDefinition(node: NodeOf<'footnoteDefinition'>, scope: Scope): Out {
  // Word puts the note's number first; the words stand apart from it.
  scope.job.lead = [new TextRun({ text: ' ' })];
  return flow(node.children, { ...scope, inNote: true, frame: { style: 'FootnoteText', left: 0 } });
}
