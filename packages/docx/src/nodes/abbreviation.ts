import { toText, type NodeOf } from '@everyread/core';
import { line } from '../flow.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** A short form. Word has no place to keep what it stands for, so the first one is followed by it in brackets. */
export function abbreviation(node: NodeOf<'abbreviation'>, scope: Scope): Out {
  const { expanded } = scope.job;
  const key = `${toText(node)}\n${node.title}`;
  const words = line(node.children, scope);
  if (expanded.has(key) || node.title.trim() === '') return words;
  expanded.add(key);
  return [...words, textRun(` (${node.title})`, scope)];
}
