import { build, type NodeOf } from '@everyread/core';
import type { Node } from 'unist';
import type { Scope } from '../scope.js';

/** The item with “done:” or “to do:” before its words: a ticked box is no character that every voice knows. */
export function taskMark(node: NodeOf<'listItem'>, scope: Scope): Node[] {
  const { words } = scope.job;
  const mark = build.strong({}, [build.text({ value: `${node.checked ? words.taskDone : words.taskOpen}:` })]);
  const [first, ...rest] = node.children;
  if (first?.type !== 'paragraph') return [build.paragraph({}, [mark]), ...node.children];
  return [{ ...first, children: [mark, build.text({ value: ' ' }), ...first.children] } as Node, ...rest];
}
