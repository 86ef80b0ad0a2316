import { bodyOf, captionOf, type Callout } from '@everyread/core';
import { emitText, flow, type Scope } from '../composer.js';
import { signs } from '../text/signs.js';
import type { LineRun } from '../transcriber.js';
import { blockTitle } from './key-figures.js';
import { nameFirst } from './quotation.js';

/** A box: a line of dots 2356 above and 1245 below (BANA Formats 7.2). */
export function callout(node: Callout, scope: Scope): LineRun[] {
  const { composer } = scope;
  const { cellsPerLine } = composer.style;
  const from = composer.blocks.length;
  composer.transcriber.used.add('box');
  composer.emit({
    kind: 'lines',
    lines: [{ cells: signs.boxTop.repeat(cellsPerLine), print: '' }],
    before: 1,
    together: 1,
    keepWithNext: true,
  });
  const caption = captionOf(node);
  const { words } = composer.report;
  const label = node.kind === undefined || node.kind === 'note' ? '' : words[node.kind];
  // “Warning:” is said in print by a colour or a sign, and in words wherever there is none.
  const kind = label === '' ? [] : [composer.said(`${label}:`), { text: ' ' }];
  if (caption && blockTitle(caption, scope, kind)) {
    const title = composer.blocks.at(-1);
    // Nothing stands between the line of the box and its title.
    if (title?.kind === 'text') title.before = 0;
  }
  if (!caption && label !== '') emitText([composer.said(label)], { ...scope, lead: undefined }, { first: 4, rest: 4, keepWithNext: true });
  flow(bodyOf(node), { ...scope, lead: undefined });
  composer.emit({ kind: 'lines', lines: [{ cells: signs.boxBottom.repeat(cellsPerLine), print: '' }], after: 1 });
  nameFirst(composer.blocks, from, node.id);
  return [];
}
