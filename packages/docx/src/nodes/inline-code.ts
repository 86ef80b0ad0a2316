import type { NodeOf } from '@everyread/core';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** A word to type as it stands; the spelling is not checked. */
export function inlineCode(node: NodeOf<'inlineCode'>, scope: Scope): Out {
  return [textRun(node.value, { ...scope, run: { ...scope.run, code: true } })];
}
