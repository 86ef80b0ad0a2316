import type { NodeOf } from '@everyread/core';
import { line } from '../flow.js';
import { ownLanguage } from './own-language.js';
import type { Out, Scope } from '../scope.js';

/** Words in another language or direction: every run in them says so. */
export function span(node: NodeOf<'span'>, scope: Scope): Out {
  return line(node.children, { ...scope, run: { ...scope.run, ...ownLanguage(node, scope) } });
}
