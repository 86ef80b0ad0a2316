import { captionOf, is, type Caption, type KeyFigure, type KeyFigures } from '@everyread/core';
import { emitText, inline, type Scope } from '../composer.js';
import type { LineRun } from '../transcriber.js';
import { spaceAround } from './list.js';
import { nameFirst } from './quotation.js';

/** Figure first, as in print: “502 people trained, up from 310 in 2022”. */
export function keyFigures(node: KeyFigures, scope: Scope): LineRun[] {
  const { blocks } = scope.composer;
  const from = blocks.length;
  blockTitle(captionOf(node), scope);
  for (const child of node.children) if (is(child, 'keyFigure')) keyFigure(child, scope);
  nameFirst(blocks, from, node.id);
  spaceAround(blocks, from);
  return [];
}

export function keyFigure(node: KeyFigure, scope: Scope): LineRun[] {
  const label = inline(node.children, { ...scope, plain: true });
  const runs: LineRun[] = [{ text: node.value, node }];
  if (label.length > 0) runs.push({ text: ' ' }, ...label);
  if (node.change) runs.push({ text: `, ${node.change}` });
  emitText(runs, scope, { first: 0, rest: 2 });
  return [];
}

/** The title of a block: at cell 5, kept with what follows. */
export function blockTitle(
  caption: Caption | undefined,
  scope: Scope,
  before: readonly LineRun[] = [],
  after: readonly LineRun[] = [],
): boolean {
  const words = caption ? inline(caption.children, { ...scope, plain: true }) : [];
  const { style } = scope.composer;
  const cell = Math.min(style.headingCell2 - 1, 4);
  return emitText(
    [...before, ...words, ...after],
    { ...scope, lead: undefined },
    { first: cell, rest: cell, keepWithNext: true, before: 1 },
  );
}
