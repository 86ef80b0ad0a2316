import { toText, type Emphasis as EmphasisNode, type Strong } from '@everyread/core';
import { inline, type Scope } from '../composer.js';
import type { LineRun } from '../transcriber.js';

/** Italic print is kept: it stresses, or names a work. */
export function emphasis(node: EmphasisNode, scope: Scope): LineRun[] {
  const { emphasis: wanted } = scope.composer.options;
  const shown = wanted !== 'none' && !scope.plain && scope.emphasis === undefined && (wanted === 'all' || /\p{L}/u.test(toText(node)));
  return inline(node.children, shown ? { ...scope, emphasis: 'italic' } : scope);
}

/**
 * Bold print that only helps the eye to skim says nothing in Braille and is left out: figures, names, labels
 * (BANA Formats 5.1; UKAAF B004 5). What remains stresses words of the sentence.
 */
export function strong(node: Strong, scope: Scope): LineRun[] {
  const { emphasis: wanted } = scope.composer.options;
  const all = wanted === 'all' && !scope.plain;
  const shown = wanted !== 'none' && !scope.plain && scope.emphasis === undefined && (all || stresses(toText(node)));
  if (!shown && wanted !== 'none') scope.composer.decisions.emphasis = true;
  return inline(node.children, shown ? { ...scope, emphasis: 'bold' } : scope);
}

/** Whether words are stressed rather than named: not a figure, and not all of them with capitals. */
export function stresses(words: string): boolean {
  if (!/\p{L}/u.test(words) || /[:：]$/.test(words.trim())) return false;
  const each = words.split(/[\s–—-]+/);
  const important = each.filter((word) => /\p{L}{4,}/u.test(word) || /^\p{Lu}/u.test(word));
  // “You must **not** pay” has no long word and stresses all the same; “**5m**” is a figure.
  if (important.length === 0) return each.every((word) => !/\d/.test(word)) && each.some((word) => /^\P{L}*\p{Ll}+\P{L}*$/u.test(word));
  return !important.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}
