import type { NodeOf } from '@everyread/core';
import type { Node } from 'unist';
import { flow, numberAlone } from '../flow.js';
import type { Out, Scope } from '../scope.js';
import { taskMark } from './task-mark.js';

/** One item: its first paragraph carries the bullet or number, the others stand below it. */
export function listItem(node: NodeOf<'listItem'>, scope: Scope): Out {
  const { job, list } = scope;
  if (list === undefined) return flow(node.children, scope);
  job.marker = list;
  const base = scope.frame.left;
  // In a frame the items begin at its edge, so that its border and shade stay one box.
  const framed = scope.frame.border !== undefined || scope.frame.shading !== undefined;
  const left = framed ? (list.level === 0 ? base + job.design.indent : base + job.design.indent) : job.design.indent * (list.level + 1);
  const frame = { ...scope.frame, left: framed || base > 0 ? Math.max(left, 0) : left };
  const children: readonly Node[] = node.checked === null || node.checked === undefined ? node.children : taskMark(node, scope);
  const blocks = flow(children, { ...scope, frame, width: scope.width - job.design.indent });
  // An item without words still counts.
  const number = numberAlone({ ...scope, frame });
  job.marker = undefined;
  return [...blocks, ...number];
}
