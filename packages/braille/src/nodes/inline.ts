import type {
  Abbreviation,
  Break,
  Caption,
  CaptionNumber,
  Delete,
  FootnoteReference,
  InlineCode,
  PageBreak,
  Pronunciation,
  Sentence,
  Span,
} from '@everyread/core';
import { emitPrintPage, inline, type PrintPageRun, type Scope } from '../composer.js';
import { signs } from '../text/signs.js';
import type { LineRun } from '../transcriber.js';

/** Braille folds a line of print into the paragraph. */
export function breakNode(_node: Break, _scope: Scope): LineRun[] {
  return [{ text: ' ' }];
}

export function inlineCode(node: InlineCode, scope: Scope): LineRun[] {
  return [{ text: node.value, lang: scope.lang, node }];
}

/** Deleted words are said to be so: the line through them can't be felt. */
export function deleteNode(node: Delete, scope: Scope): LineRun[] {
  const { transcriber, report } = scope.composer;
  return transcriber.noteOf(scope.composer.said(`${report.words.deleted}:`), { text: ' ' }, ...inline(node.children, scope));
}

/** The expansion stands once, at the first use, in a note. */
export function abbreviation(node: Abbreviation, scope: Scope): LineRun[] {
  const { composer } = scope;
  const words = inline(node.children, scope);
  const short = words.map((run) => run.text).join('');
  if (composer.expanded.has(short) || scope.plain) return words;
  composer.expanded.add(short);
  return [...words, { text: ' ' }, ...composer.transcriber.note(node.title)];
}

/** How to say a word is for voices; Braille spells it. */
export function pronunciation(node: Pronunciation, scope: Scope): LineRun[] {
  return inline(node.children, scope);
}

export function sentence(node: Sentence, scope: Scope): LineRun[] {
  return inline(node.children, scope);
}

export function span(node: Span, scope: Scope): LineRun[] {
  return inline(node.children, node.lang === undefined ? scope : { ...scope, lang: node.lang });
}

/** The number of the note, raised, as in print (UEB 16.2). */
export function footnoteReference(node: FootnoteReference, scope: Scope): LineRun[] {
  if (node.number === undefined) return [];
  scope.composer.transcriber.used.add('noteMark');
  return [{ text: `[${node.number}]`, cells: `${signs.superscript}${scope.composer.transcriber.number(node.number)}` }];
}

/** Inside a line the mark splits it; among blocks it stands alone. */
export function pageBreak(node: PageBreak, scope: Scope): LineRun[] {
  scope.composer.transcriber.used.add('printPage');
  const page = { label: node.label, id: node.id ?? '' };
  if (!scope.inLine) {
    emitPrintPage(page, scope.composer);
    return [];
  }
  const run: PrintPageRun = { text: '', printPage: page };
  return [run];
}

/** A caption is read by the block it belongs to. */
export function caption(node: Caption, scope: Scope): LineRun[] {
  return inline(node.children, { ...scope, plain: true });
}

export function captionNumber(node: CaptionNumber, scope: Scope): LineRun[] {
  return inline(node.children, scope);
}
