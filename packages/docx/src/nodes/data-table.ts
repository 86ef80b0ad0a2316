import { is, type NodeOf } from '@everyread/core';
import { anchor } from '../flow.js';
import { captionParagraph } from '../caption.js';
import type { Out, Scope } from '../scope.js';
import { tableBlocks } from '../table/table-blocks.js';

/** A table with its caption above it, where a screen reader says it first. */
export function dataTable(node: NodeOf<'dataTable'>, scope: Scope): Out {
  const table = node.children.find((child) => is(child, 'table'));
  anchor(scope, node.id);
  const caption = captionParagraph(node, scope, { style: 'TableCaption' });
  if (!is(table, 'table')) return caption;
  return [...caption, ...tableBlocks(node, table, scope, {})];
}
