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

/** What an unknown sign means, for the transcriber's note that takes its place. */
const named: Readonly<Record<string, string>> = {
  '✓': 'tick',
  '✔': 'tick',
  '✅': 'tick',
  '☑': 'ticked box',
  '☐': 'empty box',
  '✗': 'cross',
  '✘': 'cross',
  '❌': 'cross',
  '⚠': 'warning sign',
  '★': 'star',
  '☆': 'empty star',
  '⭐': 'star',
  '❤': 'heart',
  '♥': 'heart',
  '😀': 'smiling face',
  '🙂': 'smiling face',
  '🎉': 'party popper',
  '👍': 'thumbs up',
  '📈': 'rising chart',
  '📞': 'telephone',
  '☎': 'telephone',
  '✉': 'envelope',
  '📧': 'e-mail',
  '🌍': 'globe',
  '💡': 'light bulb',
};

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}/u, 'Chinese'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{Script=Bengali}/u, 'Bengali'],
  [/\p{Script=Devanagari}/u, 'Devanagari'],
  [/\p{Script=Gurmukhi}/u, 'Gurmukhi'],
  [/\p{Script=Gujarati}/u, 'Gujarati'],
  [/\p{Script=Tamil}/u, 'Tamil'],
  [/\p{Script=Thai}/u, 'Thai'],
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
export function describeUnknown(characters: string): string {
  const each = [...characters];
  const names = each.map((character) => named[character]);
  if (names.every((name) => name !== undefined)) return names.join(', ');
  const script = scripts.find(([test]) => test.test(characters))?.[1];
  if (script !== undefined) return each.length === 1 ? `${script} character` : `${script} text, ${each.length} characters`;
  const points = each
    .slice(0, 4)
    .map((character) => named[character] ?? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  return `${each.length === 1 ? 'symbol' : 'symbols'} ${points.join(', ')}${each.length > 4 ? ` and ${each.length - 4} more` : ''}`;
}
