import { excerpt, fold, sameText, withoutJoints } from '../outline/fold.js';
import { sameLanguage } from '../outline/collector.js';
import { itemsOf, type ModelOutline, type Outline } from '../outline/outline.js';
import type { ModelNote } from '../model/notes.js';
import { alignLists } from './sequence.js';
import { findWords, wordStream } from './words.js';
import type { Say } from './report-difference.js';

/** Text alternatives: each of the report's, in order. An edition may add some (a cover, a logo), but none that is empty. */
export function compareAlternatives(model: ModelOutline, edition: Outline, say: Say): void {
  const found = itemsOf(edition, 'alternative');
  for (const item of found) if (item.text === '') say('read-back-alt', 'a picture has no text alternative and is not decorative', item);
  const wanted = itemsOf(model, 'alternative');
  const pairs = alignLists(wanted, found, (a, b) => b.text.includes(a.text) || sameText(a.text, b.text));
  const met = new Set(pairs.map(([index]) => index));
  // Where a picture is not drawn its words stand in the text.
  const words = wordStream(edition);
  for (const [index, item] of wanted.entries()) {
    if (!met.has(index) && !words.includes(item.text))
      say('read-back-alt', `the text alternative “${excerpt(item.text)}” is missing, changed or in another place`, item);
  }
  for (const item of found) {
    if (/\.(?:png|jpe?g|gif|svg|webp)$/i.test(item.text) || /^image-placeholder$/i.test(item.text))
      say('read-back-alt', `a picture has the alternative “${item.text}”, which is a name of a file`, item);
  }
}

/** Addresses as readers open them: one way to write them. */
export function address(href: string): string {
  try {
    return new URL(href).href.replace(/\/$/, '');
  } catch {
    return href;
  }
}

/** Links to the outside: the same targets with the same words, in order. Those of notes stand elsewhere in each format. */
export function compareLinks(model: ModelOutline, edition: Outline, noteLinks: readonly string[], say: Say): void {
  if (edition.lacks?.includes('link')) return;
  const wanted = itemsOf(model, 'link').filter((link) => !link.href.startsWith('#'));
  const found = itemsOf(edition, 'link');
  const pairs = alignLists(wanted, found, (a, b) => address(a.href) === address(b.href));
  const met = new Set(pairs.map(([index]) => index));
  for (const [index, link] of wanted.entries()) {
    if (!met.has(index))
      say(
        'read-back-link',
        `the link “${excerpt(link.text)}” to ${link.href} is missing, leads elsewhere or stands in another place`,
        link,
      );
  }
  for (const [at, to] of pairs) {
    const [a, b] = [wanted[at]!, found[to]!];
    if (a.text !== '' && !b.text.includes(a.text))
      say('read-back-link', `the link to ${a.href} says “${excerpt(b.text)}”, not “${excerpt(a.text)}”`, a);
  }
  for (const href of noteLinks)
    if (!found.some((link) => address(link.href) === address(href))) say('read-back-link', `the link to ${href} in a note is missing`);
}

/** Notes: as many, in order, each with its words and its marks. */
export function compareNotes(notes: readonly ModelNote[], edition: Outline, say: Say): void {
  if (edition.lacks?.includes('note')) {
    const words = wordStream(edition);
    for (const note of notes)
      for (const piece of note.pieces)
        if (!words.includes(withoutJoints(piece)))
          say('read-back-note', `the words “${excerpt(piece)}” of note ${note.number} are missing`);
    return;
  }
  const found = itemsOf(edition, 'note');
  const marks = itemsOf(edition, 'noteMark');
  const words = wordStream(edition);
  for (const [index, note] of notes.entries()) {
    const item = found[index];
    if (item === undefined) {
      // A note without a mark stands as text.
      if (note.marks > 0 || !note.pieces.every((piece) => words.includes(withoutJoints(piece))))
        say('read-back-note', `note ${note.number} is missing`);
      continue;
    }
    for (const piece of note.pieces)
      if (!fold(item.text).includes(withoutJoints(piece)))
        say('read-back-note', `the words “${excerpt(piece)}” of note ${note.number} are missing or changed`);
    const count = marks.filter((mark) => mark.number === note.number).length;
    if (count < note.marks) say('read-back-note', `note ${note.number} has ${count} marks, not ${note.marks}`);
  }
}

/** Print pages: each label, in order, once. */
export function comparePages(model: ModelOutline, edition: Outline, say: Say): void {
  if (edition.lacks?.includes('page')) return;
  const wanted = itemsOf(model, 'page');
  if (edition.pagesAsText) return comparePagesInText(model, edition, say);
  const found = itemsOf(edition, 'page');
  const hasLabel = (text: string, label: string): boolean => text.split(/[^\p{L}\p{N}]+/u).includes(label) || sameText(text, label);
  const pairs = alignLists(wanted, found, (a, b) => hasLabel(b.label, a.label));
  const met = new Set(pairs.map(([index]) => index));
  for (const [index, page] of wanted.entries())
    if (!met.has(index)) say('read-back-page', `print page ${page.label} is not marked, or in another place`, page);
  if (found.length > wanted.length) say('read-back-page', `${found.length} print pages are marked, not ${wanted.length}`);
}

function comparePagesInText(model: ModelOutline, edition: Outline, say: Say): void {
  const text = wordStream(edition);
  let at = 0;
  for (const page of itemsOf(model, 'page')) {
    const places = model.pageWords(page.label).map((words) => findWords(text, words, at));
    const found = Math.min(...places.filter((place) => place >= 0));
    if (Number.isFinite(found)) at = found + 1;
    else say('read-back-page', `print page ${page.label} is not marked, or in another place`, page);
  }
}

/** Passages in other languages: each marked with its language, and nothing else of the report marked. */
export function compareLanguages(model: ModelOutline, edition: Outline, say: Say): void {
  if (edition.lacks?.includes('language')) return;
  const found = itemsOf(edition, 'language');
  for (const part of itemsOf(model, 'language')) {
    const marked = found.some(
      (each) => sameLanguage(each.lang, part.lang) && (each.text.includes(part.text) || part.text.includes(each.text)),
    );
    if (!marked) say('read-back-part-lang', `the words “${excerpt(part.text)}” are not marked as ${part.lang}`, part);
  }
  const foreign = model.passages.filter(({ lang }) => lang !== undefined).flatMap(({ pieces }) => pieces);
  const own = [...itemsOf(model, 'language').map((part) => part.text), ...foreign];
  const base = model.passages.filter(({ lang }) => lang === undefined).flatMap(({ pieces }) => pieces);
  for (const part of found) {
    if (part.text.length < 12 || own.some((text) => text.includes(part.text) || part.text.includes(text))) continue;
    if (base.some((piece) => piece.includes(part.text)))
      say('read-back-part-lang', `the words “${excerpt(part.text)}” are marked as ${part.lang}`, part);
  }
}
