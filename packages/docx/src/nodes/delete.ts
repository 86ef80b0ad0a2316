import type { NodeOf } from '@everyread/core';
import { line } from '../flow.js';
import { wordRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** Text that no longer holds: struck out, and said to be so, since no screen reader announces the line through it. */
export function deleteNode(node: NodeOf<'delete'>, scope: Scope): Out {
  return [...line(node.children, { ...scope, run: { ...scope.run, strike: true } }), wordRun(` (${scope.job.words.deleted})`, scope)];
}
