import type { NodeOf } from '@everyread/core';
import { handle } from '../flow.js';
import type { Block, Out, Scope } from '../scope.js';
import { isParagraph } from '../plain/plain-pieces.js';

/** A list with real numbering: Word numbers the items, and each numbered list counts for itself. */
export function list(node: NodeOf<'list'>, scope: Scope): Out {
  const { job } = scope;
  const level = Math.min(8, scope.list === undefined ? 0 : scope.list.level + 1);
  const openLists = (scope.openLists ?? 0) + (level === 0 ? 1 : 0);
  const place = { ...(node.ordered ? job.lists.ordered(node.start ?? 1, openLists - 1) : job.lists.bullets()), level };
  const blocks = node.children.flatMap((item) => handle(item, { ...scope, afterList: false, list: place, openLists }) as Block[]);
  const last = blocks.at(-1);
  // The space after a whole list is that after a paragraph.
  if (level === 0 && scope.frame.shading === undefined && isParagraph(last))
    blocks[blocks.length - 1] = last.with({ spacing: { after: job.design.gap } });
  return scope.afterList ? job.marks.anotherList(blocks) : blocks;
}
