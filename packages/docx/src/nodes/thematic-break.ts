import type { NodeOf } from '@everyread/core';
import { thematicMark, type Out, type Scope } from '../scope.js';

/** A change of subject: a line above what follows. */
export function thematicBreak(_node: NodeOf<'thematicBreak'>, _scope: Scope): Out {
  return [thematicMark];
}
