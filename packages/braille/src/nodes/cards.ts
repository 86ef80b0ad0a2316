import { bodyOf, captionOf, is, type Card, type Cards } from '@everyread/core';
import { emitText, flow, inline, type Scope } from '../composer.js';
import type { LineRun } from '../transcriber.js';
import { blockTitle } from './key-figures.js';
import { described } from './picture.js';
import { linkRuns } from './link.js';
import { spaceAround } from './list.js';
import { nameFirst } from './quotation.js';

export function cards(node: Cards, scope: Scope): LineRun[] {
  const { blocks } = scope.composer;
  const from = blocks.length;
  blockTitle(captionOf(node), scope);
  for (const child of node.children) if (is(child, 'card')) card(child, scope);
  nameFirst(blocks, from, node.id);
  spaceAround(blocks, from);
  return [];
}

/** The title at cell 1, what is said below it at cell 3. */
export function card(node: Card, scope: Scope): LineRun[] {
  const caption = captionOf(node);
  const inner: Scope = { ...scope, lead: undefined, paragraph: { first: 2, rest: 2 }, listLevel: 1, listDepth: 2 };
  const title = caption ? inline(caption.children, { ...scope, plain: true }) : [];
  emitText(node.href ? linkRuns(node.href, title, scope) : title, inner, {
    first: 0,
    rest: 4,
    keepWithNext: true,
    ids: node.id ? [node.id] : [],
  });
  if (node.src && node.alt) emitText(described(node.alt, scope), inner, { first: 2, rest: 2 });
  flow(bodyOf(node), inner);
  return [];
}
