import type { NodeOf } from '@everyread/core';
import { line, paragraph } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** A paragraph of text in the frame around it. */
export function paragraphNode(node: NodeOf<'paragraph'>, scope: Scope): Out {
  return paragraph(scope, line(node.children, scope));
}
