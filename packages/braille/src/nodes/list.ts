import { childrenOf, is, type List, type ListItem, type ReportNode } from '@everyread/core';
import { flow, type Scope } from '../composer.js';
import { signs } from '../text/signs.js';
import type { LineRun } from '../transcriber.js';

/** Lists stand 1-3, each level two cells further in, with a blank line before and after the whole. */
export function list(node: List, scope: Scope): LineRun[] {
  const { composer } = scope;
  const { style } = composer;
  const level = scope.listLevel;
  const depth = level === 0 ? depthOf(node) : scope.listDepth;
  const first = level * style.listStep;
  const rest = style.listRunover === 'deepest' ? depth * style.listStep : first + style.listStep;
  const from = composer.blocks.length;
  node.children.forEach((item, index) => {
    const lead = node.ordered ? [{ text: `${(node.start ?? 1) + index}. ` }] : [{ text: '• ', cells: `${signs.bullet}\u2800` }];
    if (!node.ordered) composer.transcriber.used.add('bullet');
    itemOf(item, { ...scope, listLevel: level + 1, listDepth: depth, paragraph: { first, rest }, lead: { runs: lead } });
  });
  if (level === 0) spaceAround(composer.blocks, from);
  return [];
}

export function listItem(node: ListItem, scope: Scope): LineRun[] {
  itemOf(node, scope);
  return [];
}

function itemOf(node: ListItem, scope: Scope): void {
  const { words } = scope.composer.report;
  if (typeof node.checked === 'boolean') scope.lead?.runs.push(scope.composer.said(`(${node.checked ? words.taskDone : words.taskOpen}) `));
  const [head, ...more] = node.children;
  if (head !== undefined) flow([head], scope);
  // An item that begins with another list keeps its mark on a line of its own.
  flow(more, { ...scope, lead: undefined, paragraph: { first: scope.paragraph.rest, rest: scope.paragraph.rest } });
}

function depthOf(node: List): number {
  const inner = (item: ReportNode): number =>
    childrenOf(item).reduce((most, child) => Math.max(most, is(child, 'list') ? depthOf(child) : inner(child)), 0);
  return 1 + node.children.reduce((most, item) => Math.max(most, inner(item)), 0);
}

/** A blank line before the first and after the last of the blocks since an index. */
export function spaceAround(blocks: Scope['composer']['blocks'], from: number): void {
  const own = blocks.slice(from).filter((block) => block.kind === 'text' || block.kind === 'lines');
  const first = own[0];
  const last = own.at(-1);
  if (first?.kind === 'text' || first?.kind === 'lines') first.before = Math.max(first.before ?? 0, 1);
  if (last?.kind === 'text' || last?.kind === 'lines') last.after = Math.max(last.after ?? 0, 1);
}
