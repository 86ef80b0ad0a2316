import type { NodeOf } from '@everyread/core';
import { TextRun } from 'docx';
import type { Out, Scope } from '../scope.js';

/** A new line in the same paragraph. */
export function breakNode(_node: NodeOf<'break'>, _scope: Scope): Out {
  return [new TextRun({ break: 1 })];
}
