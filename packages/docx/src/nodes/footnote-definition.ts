import type { NodeOf } from '@everyread/core';
import { flow } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** The text of a note, in the style of notes. */
export function footnoteDefinition(node: NodeOf<'footnoteDefinition'>, scope: Scope): Out {
  return flow(node.children, { ...scope, inNote: true, frame: { style: 'FootnoteText', left: 0 } });
}
