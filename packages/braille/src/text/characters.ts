import { fill } from '@everyread/core';
import type { UnknownWords } from '../words/braille-words.js';

/** Characters that say nothing to a reader: marks of direction, soft hyphens, joiners, variation selectors. */
const silent =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]|\u{e0100}|[\u{1f3fb}-\u{1f3ff}]/u;

/** Whether a character may be left out without a word. */
export function isSilent(character: string): boolean {
  return silent.test(character);
}

/** Control characters but for white space: they come from broken tools, never from an author. */
export function isControl(character: string): boolean {
  return /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(character);
}

/** Figure space: a blank that joins no numbers (see prepare-text.ts). */
const apart = '\u2002';

/**
 * Signs that tables lack and plain ones or words that stand for them, the best first, so that the line reads on. Raised figures
 * and fractions keep apart from the number before them: 10² must not become 102, nor 5½ become 51/2.
 */
const plain: Readonly<Record<string, readonly string[]>> = {
  '‒': ['–', '-'],
  '–': ['-'],
  '—': ['–', '-'],
  '―': ['—', '–', '-'],
  '−': ['-'],
  '‐': ['-'],
  '‑': ['-'],
  '⁃': ['-'],
  '•': ['*', '-'],
  '‣': ['•', '*', '-'],
  '◦': ['•', '*', '-'],
  '▪': ['•', '*', '-'],
  '●': ['•', '*', '-'],
  '■': ['•', '*', '-'],
  '·': ['.'],
  '□': ['☐'],
  '“': ['"'],
  '”': ['"'],
  '„': ['“', '"'],
  '‟': ['“', '"'],
  '«': ['“', '"'],
  '»': ['”', '"'],
  '‘': ["'"],
  '’': ["'"],
  '‚': ['‘', "'"],
  '‛': ['‘', "'"],
  '‹': ['‘', "'"],
  '›': ['’', "'"],
  '´': ['’', "'"],
  '`': ['‘', "'"],
  '⁄': ['/'],
  '∕': ['/'],
  '±': ['+/-'],
  '×': ['x'],
  '÷': [':'],
  '†': ['*'],
  '®': ['(R)'],
  '©': ['(C)'],
  '€': [`${apart}EUR`, `${apart}eur`],
  '£': [`${apart}GBP`, `${apart}gbp`],
  '‰': [`${apart}per thousand`],
  '¹': ['(1)'],
  '²': ['(2)'],
  '³': ['(3)'],
  '½': [`${apart}1/2`],
  '¼': [`${apart}1/4`],
  '¾': [`${apart}3/4`],
  ª: ['a'],
  º: ['o'],
  ß: ['ss'],
  ı: ['i'],
  ł: ['l'],
  Ł: ['L'],
  đ: ['d'],
  Đ: ['D'],
  ħ: ['h'],
  Ħ: ['H'],
};

/** Signs whose meaning a transcriber's note gives in their place. */
export type NamedSign =
  | 'tick'
  | 'tickedBox'
  | 'emptyBox'
  | 'cross'
  | 'warning'
  | 'star'
  | 'emptyStar'
  | 'heart'
  | 'smilingFace'
  | 'partyPopper'
  | 'thumbsUp'
  | 'risingChart'
  | 'telephone'
  | 'envelope'
  | 'email'
  | 'globe'
  | 'lightBulb';

const named: Readonly<Record<string, NamedSign>> = {
  '✓': 'tick',
  '✔': 'tick',
  '✅': 'tick',
  '☑': 'tickedBox',
  '☐': 'emptyBox',
  '✗': 'cross',
  '✘': 'cross',
  '❌': 'cross',
  '⚠': 'warning',
  '★': 'star',
  '☆': 'emptyStar',
  '⭐': 'star',
  '❤': 'heart',
  '♥': 'heart',
  '😀': 'smilingFace',
  '🙂': 'smilingFace',
  '🎉': 'partyPopper',
  '👍': 'thumbsUp',
  '📈': 'risingChart',
  '📞': 'telephone',
  '☎': 'telephone',
  '✉': 'envelope',
  '📧': 'email',
  '🌍': 'globe',
  '💡': 'lightBulb',
};

/** Scripts that a note names. */
export type NamedScript =
  | 'chinese'
  | 'japanese'
  | 'korean'
  | 'arabic'
  | 'hebrew'
  | 'cyrillic'
  | 'greek'
  | 'bengali'
  | 'devanagari'
  | 'gurmukhi'
  | 'gujarati'
  | 'tamil'
  | 'thai';

const scripts: readonly (readonly [RegExp, NamedScript])[] = [
  [/\p{Script=Han}/u, 'chinese'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'japanese'],
  [/\p{Script=Hangul}/u, 'korean'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Bengali}/u, 'bengali'],
  [/\p{Script=Devanagari}/u, 'devanagari'],
  [/\p{Script=Gurmukhi}/u, 'gurmukhi'],
  [/\p{Script=Gujarati}/u, 'gujarati'],
  [/\p{Script=Tamil}/u, 'tamil'],
  [/\p{Script=Thai}/u, 'thai'],
];

/** A character written with ones that a table has: a plain sign, a compatible form, or letter and accent. */
export function spellOut(character: string, knows: (character: string) => boolean): string | undefined {
  const candidates = [...(plain[character] ?? []), character.normalize('NFKC'), character.normalize('NFKD'), base(character)];
  return candidates.find(
    (text) =>
      text !== undefined && text !== character && text !== '' && [...text].every((each) => each === ' ' || each === apart || knows(each)),
  );
}

/** The letter under the accents, so that a name stays readable. */
function base(character: string): string | undefined {
  const letter = character.normalize('NFD').replace(/\p{M}/gu, '');
  return letter === '' ? undefined : letter;
}

/** Says in words what a run of characters without Braille is: for the note that takes its place. */
export function describeUnknown(characters: string, words: UnknownWords): string {
  const each = [...characters];
  const names = each.flatMap((character) => {
    const sign = named[character];
    return sign === undefined ? [] : [words.signs[sign]];
  });
  if (names.length === each.length) return names.join(', ');
  const found = scripts.find(([test]) => test.test(characters))?.[1];
  if (found !== undefined) {
    const script = words.scripts[found];
    return each.length === 1 ? fill(words.character, { script }) : fill(words.characters, { script, n: each.length });
  }
  const shown = each.slice(0, 4).map((character) => {
    const sign = named[character];
    return sign === undefined ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` : words.signs[sign];
  });
  const listed = shown.join(', ');
  const points = each.length > 4 ? fill(words.more, { points: listed, n: each.length - 4 }) : listed;
  return fill(each.length === 1 ? words.symbol : words.symbols, { points });
}
