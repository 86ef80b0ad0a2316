import type { NodeOf } from '@everyread/core';
import { line } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** Stressed words: slanted, or bold in large print. */
export function emphasis(node: NodeOf<'emphasis'>, scope: Scope): Out {
  return line(node.children, { ...scope, run: { ...scope.run, italics: true } });
}
