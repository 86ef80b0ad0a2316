import { fill, ruleMessage, wordsFor } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { checkRules } from '../messages.js';
import { fixedWords } from '../model/outline-of.js';
import { excerpt, fold } from '../outline/fold.js';
import { itemsOf, type Outline } from '../outline/outline.js';
import { alignByAnchors } from './anchors.js';

/** An edition that was read back, and what to call it in a message. */
export interface NamedOutline {
  readonly name: string;
  readonly outline: Outline;
}

/** Longest run of words that is one difference and not another order. */
const longest = 6;
/** Fewest words that are missing, not worded in another way. */
const shortest = 4;

/**
 * Compares editions of one report with each other, where the report itself is not at hand: what one says in other words than
 * the others, and what all others have. It sees less than a comparison with the report: a fault that all share is none here.
 * Editions without words to read, such as Braille and sound, are left out.
 *
 * @param editions - of the same content: whole editions, or summaries
 */
export function compareEditions(editions: readonly NamedOutline[]): VFileMessage[] {
  const read = editions
    .filter(({ outline }) => outline.braille === undefined && !outline.lacks?.includes('text'))
    .map((each) => new Words(each));
  if (read.length < 2) return [];
  const messages: VFileMessage[] = [];
  const say = (reason: string): void => void messages.push(ruleMessage(checkRules['editions-differ'], { reason, source: 'check' }));
  const [first, ...others] = read as [Words, ...Words[]];
  const hunks = others.map((other) => hunksOf(first, other));
  compareWordings(first, others, hunks, say);
  compareLists(read, 'heading', 'the heading', say);
  compareLists(read, 'alternative', 'the text alternative', say);
  return messages;
}

/** The words of an edition in reading order, without those that each edition has of its own. */
class Words {
  readonly name: string;
  readonly outline: Outline;
  readonly words: readonly string[];
  /** What formats add of themselves, the longest first. */
  readonly #fixed: readonly string[];

  constructor({ name, outline }: NamedOutline) {
    this.name = name;
    this.outline = outline;
    const own = wordsFor(outline.lang ?? 'en');
    this.#fixed = fixedWords(own)
      .map((text) => text.toLowerCase())
      .sort((a, b) => b.length - a.length);
    // Each edition names its own pages.
    const pages = [own.page, own.printPage].map(
      (text) => new RegExp(fill(text.replace(/[.*+?^$()|[\]\\]/g, '\\$&'), { n: '[\\dA-Za-z]+' }), 'gi'),
    );
    const lines = outline.items.flatMap((item) => (item.kind === 'text' || item.kind === 'heading' ? [item.text] : []));
    this.words = lines
      .flatMap((line) => pages.reduce((text, page) => text.replace(page, ' '), fold(line)).split(/\s+/))
      .filter((word) => bare(word) !== '');
  }

  /** Whether words are such as formats add: “Contents”, “Large print: 18 pt”. */
  isOwn(text: string): boolean {
    return !/\p{L}{3}/u.test(this.#fixed.reduce((rest, fixed) => rest.replace(fixed, ' '), text.toLowerCase()));
  }
}

/** What stands at one place of the first edition and in its stead in another. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly instead: readonly string[];
}

/** A word without the marks around it; those inside a figure count. */
const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}£$€−-]+|[^\p{L}\p{N}%]+$/gu, '');

function hunksOf(first: Words, other: Words): Hunk[] {
  const pairs = alignByAnchors(first.words, other.words, bare, bare, (a, b) => bare(a) === bare(b));
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs, [first.words.length, other.words.length] as const]) {
    if (a > i || b > j) hunks.push({ from: i, to: a, instead: other.words.slice(j, b) });
    [i, j] = [a + 1, b + 1];
  }
  return hunks;
}

/** Where the others have other words: one message a place, with who says what. */
function compareWordings(first: Words, others: readonly Words[], hunks: readonly (readonly Hunk[])[], say: (reason: string) => void): void {
  const places = new Map<string, { hunk: Hunk; says: Map<string, string[]> }>();
  for (const [index, list] of hunks.entries()) {
    for (const hunk of list) {
      const key = `${hunk.from} ${hunk.to}`;
      const place = places.get(key) ?? { hunk, says: new Map<string, string[]>() };
      const text = hunk.instead.join(' ');
      if (
        [text, first.words.slice(hunk.from, hunk.to).join(' ')].every((side) => side === '' || (!/^\W?\d/.test(side) && first.isOwn(side)))
      )
        continue;
      place.says.set(text, [...(place.says.get(text) ?? []), others[index]!.name]);
      places.set(key, place);
    }
  }
  for (const { hunk, says } of places.values()) {
    const own = first.words.slice(hunk.from, hunk.to);
    const lacking = says.get('') ?? [];
    const wordings = [...says].filter(([text]) => text !== '' && text.split(' ').length <= longest);
    const before = `“${excerpt(first.words.slice(Math.max(0, hunk.from - 5), hunk.from).join(' '))}”`;
    if (own.length > 0 && own.length <= longest && wordings.length > 0) {
      const agree = others.filter((other) => ![...says.values()].flat().includes(other.name)).map((other) => other.name);
      const all = [[own.join(' '), [first.name, ...agree]] as const, ...wordings];
      say(
        `after ${before} ${all.map(([text, names]) => `${names.join(', ')} ${names.length > 1 ? 'say' : 'says'} “${excerpt(text)}”`).join(', ')}`,
      );
    }
    // Words that an edition adds are no loss of another: only what all but a few have counts.
    if (own.length >= shortest && lacking.length > 0 && lacking.length * 2 <= others.length && says.size === 1)
      say(`after ${before} ${lacking.join(', ')} ${lacking.length > 1 ? 'lack' : 'lacks'} the words “${excerpt(own.join(' '))}”`);
    for (const [text, names] of says)
      if (own.length === 0 && text.split(' ').length >= shortest && names.length === others.length && others.length > 1)
        say(`after ${before} ${first.name} lacks the words “${excerpt(text)}”`);
  }
}

/** Headings and alternatives that most editions have and some lack. */
function compareLists(read: readonly Words[], kind: 'heading' | 'alternative', what: string, say: (reason: string) => void): void {
  const sets = read
    .filter(({ outline }) => !outline.lacks?.includes(kind))
    .map(({ name, outline }) => ({ name, texts: new Set(itemsOf(outline, kind).map((item) => fold(item.text))) }));
  for (const text of new Set(sets.flatMap(({ texts }) => [...texts]))) {
    const lacking = sets.filter(({ texts }) => !texts.has(text)).map(({ name }) => name);
    if (text !== '' && lacking.length > 0 && lacking.length * 2 < sets.length)
      say(`${lacking.join(', ')} ${lacking.length > 1 ? 'lack' : 'lacks'} ${what} “${excerpt(text)}”`);
  }
}
