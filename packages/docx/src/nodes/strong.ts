import type { NodeOf } from '@everyread/core';
import { line } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** Important words, bold. */
export function strong(node: NodeOf<'strong'>, scope: Scope): Out {
  return line(node.children, { ...scope, run: { ...scope.run, bold: true } });
}
