import type { NodeOf } from '@everyread/core';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** Words. */
export function text(node: NodeOf<'text'>, scope: Scope): Out {
  return node.value === '' ? [] : [textRun(node.value, scope)];
}
