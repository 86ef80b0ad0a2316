import {
  bodyOf,
  captionOf,
  describeChart,
  documentRules,
  is,
  missingAlternative,
  ruleMessage,
  withUnits,
  type Chart,
  type Figure,
  type Image,
} from '@everyread/core';
import { emitPrintPage, emitText, flow, inline, printPagesIn, type Scope } from '../composer.js';
import type { LineRun } from '../transcriber.js';
import { spaceAround } from './list.js';
import { nameFirst } from './quotation.js';
import { tableBlocks } from './table.js';

/** Caption as printed, then what the picture shows in a transcriber’s note, 7-5; what only decorates is left out. */
export function figure(node: Figure, scope: Scope): LineRun[] {
  const { composer } = scope;
  const from = composer.blocks.length;
  const place = notePlace(scope);
  const caption = captionOf(node);
  if (caption) emitText(inline(caption.children, { ...scope, plain: true }), place, { keepWithNext: !node.decorative });
  if (!node.decorative) {
    composer.decisions.pictures = true;
    if (!node.alt) missing(node, scope);
    emitText(described(node.alt, scope), place);
  }
  flow(bodyOf(node), { ...place, paragraph: { first: place.paragraph.first, rest: place.paragraph.rest } });
  if (node.credit) {
    const [before, after] = composer.report.words.credit.split('{name}');
    emitText([composer.said(before ?? ''), { text: node.credit }, composer.said(after ?? '')], place);
  }
  nameFirst(composer.blocks, from, node.id);
  spaceAround(composer.blocks, from);
  return [];
}

/** The chart’s sentence, made from its data, is the chart; an author’s own sentence is followed by the figures. */
export function chart(node: Chart, scope: Scope): LineRun[] {
  const { composer } = scope;
  const from = composer.blocks.length;
  const place = notePlace(scope);
  const caption = captionOf(node);
  composer.decisions.pictures = true;
  if (caption) emitText(inline(caption.children, { ...scope, plain: true }), place, { keepWithNext: true });
  const made = describeChart(node, composer.report.words);
  const summary = node.summary ?? made;
  const printed = summary !== made;
  // The sentence has no cells in which a printed page could begin.
  for (const child of bodyOf(node)) {
    if (!is(child, 'table') || printed) continue;
    const runs = child.children.flatMap((row) => row.children.flatMap((cell) => inline(cell.children, { ...scope, plain: true })));
    for (const page of printPagesIn(runs)) emitPrintPage(page, composer);
  }
  const [before, after] = composer.words.chartSays.split('{text}');
  const { transcriber } = composer;
  emitText(transcriber.noteOf(transcriber.ownRun(before ?? ''), { text: summary }, transcriber.ownRun(after ?? '')), place);
  for (const child of bodyOf(node)) {
    if (child.type !== 'table') flow([child], place);
    else if (printed) tableBlocks(withUnits(child, node.unit), { headers: 'both' }, undefined, scope);
  }
  nameFirst(composer.blocks, from, node.id);
  spaceAround(composer.blocks, from);
  return [];
}

/** A picture inside a line is said in a note inside the line. */
export function image(node: Image, scope: Scope): LineRun[] {
  if (node.alt === '') return [];
  if (!node.alt) missing(node, scope);
  scope.composer.decisions.pictures = true;
  return described(node.alt, scope);
}

/** “Image: …” in a transcriber’s note; a picture without words is said to be one. */
export function described(alt: string | null | undefined, scope: Scope): LineRun[] {
  const { composer } = scope;
  const { transcriber } = composer;
  const said = composer.said(`${composer.report.words.image}: `);
  return transcriber.noteOf(said, alt ? { text: alt } : transcriber.ownRun(composer.words.noAlt));
}

function missing(node: Figure | Image, scope: Scope): void {
  const file = node.type === 'figure' ? node.src : node.url;
  scope.composer.context.message(ruleMessage(documentRules['missing-alt'], { node, source: 'braille', reason: missingAlternative(file) }));
}

function notePlace(scope: Scope): Scope {
  const { style } = scope.composer;
  return { ...scope, lead: undefined, listLevel: 0, paragraph: { first: style.noteFirstCell - 1, rest: style.noteRunoverCell - 1 } };
}
