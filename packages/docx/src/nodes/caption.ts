import type { NodeOf } from '@everyread/core';
import { line } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** The words of a caption; the block around it chooses where they stand. */
export function caption(node: NodeOf<'caption'>, scope: Scope): Out {
  return line(node.children, scope);
}
