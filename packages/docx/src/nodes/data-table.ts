import { is, type NodeOf } from '@everyread/core';
import { anchor, paragraph } from '../flow.js';
import { wordRun } from '../runs.js';
import { captionParagraph } from '../caption.js';
import type { Out, Scope } from '../scope.js';
import { tableBlocks } from '../table/table-blocks.js';

/** A table with its caption above it, where a screen reader says it first. */
export function dataTable(node: NodeOf<'dataTable'>, scope: Scope): Out {
  const { job } = scope;
  const table = node.children.find((child) => is(child, 'table'));
  anchor(scope, node.id);
  const { afterTable } = job;
  const own = captionParagraph(node, scope, { style: 'TableCaption' });
  const number = job.report.targets.get(node.id ?? '')?.number ?? job.words.table;
  const caption =
    own.length === 0 && afterTable
      ? paragraph({ ...scope, frame: { left: 0 } }, [wordRun(number, { ...scope, run: { inBold: true } })], { style: 'TableCaption' })
      : own;
  if (!is(table, 'table')) return caption;
  return [...caption, ...tableBlocks(node, table, scope, {})];
}
