import type { NodeOf } from '@everyread/core';
import { flow } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** A section: in Word its heading says where it begins. */
export function section(node: NodeOf<'section'>, scope: Scope): Out {
  return flow(node.children, scope);
}
