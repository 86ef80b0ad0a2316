import type { NodeOf } from '@everyread/core';
import { anchor, flow } from '../flow.js';
import { ownLanguage } from './own-language.js';
import type { Out, Scope } from '../scope.js';

/** Blocks in another language or direction. */
export function div(node: NodeOf<'div'>, scope: Scope): Out {
  anchor(scope, node.id);
  return flow(node.children, { ...scope, run: { ...scope.run, ...ownLanguage(node, scope) } });
}
