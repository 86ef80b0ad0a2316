import { fill, wordsFor } from '@everyread/core';
import { fixedWords } from '../../model/outline-of.js';
import { fold } from '../../outline/fold.js';
import type { Outline } from '../../outline/outline.js';
import { alignByAnchors } from '../anchors.js';

/** An edition that was read back, and what to call it in a message. */
export interface NamedOutline {
  readonly name: string;
  readonly outline: Outline;
}

/** Says one difference. */
export type SayDifference = (reason: string) => void;

/** A word without the marks around it; those inside a figure count. A unit in the head of a table need not stand in each cell. */
export const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}£$€−-]+|[^\p{L}\p{N}]+$/gu, '');

/** The words of an edition in reading order, without those that each edition has of its own. */
export class EditionWords {
  readonly name: string;
  readonly outline: Outline;
  readonly words: readonly string[];
  /** How often each stands there. */
  readonly #counts = new Map<string, number>();
  /** What formats add of themselves, the longest first. */
  readonly #fixed: readonly string[];
  readonly #fixedWords: ReadonlySet<string>;

  constructor({ name, outline }: NamedOutline) {
    this.name = name;
    this.outline = outline;
    const own = wordsFor(outline.lang ?? 'en');
    this.#fixed = fixedWords(own)
      .map((text) => text.toLowerCase())
      .sort((a, b) => b.length - a.length);
    this.#fixedWords = new Set(this.#fixed.flatMap((text) => text.split(/\s+/)).map(bare));
    // Each edition names its own pages.
    const pages = [own.page, own.printPage].map(
      (text) => new RegExp(fill(text.replace(/[.*+?^$()|[\]\\]/g, '\\$&'), { n: '[\\dA-Za-z]+' }), 'gi'),
    );
    const lines = outline.items.flatMap((item) => (item.kind === 'text' || item.kind === 'heading' ? [item.text] : []));
    this.words = lines
      .flatMap((line) => pages.reduce((text, page) => text.replace(page, ' '), fold(line)).split(/\s+/))
      .filter((word) => bare(word) !== '');
    for (const word of this.words) this.#counts.set(bare(word), this.count(word) + 1);
  }

  /** Whether words are such as formats add: “Contents”, “Large print: 18 pt”. */
  isOwn(text: string): boolean {
    return !/\p{L}{3}/u.test(this.#fixed.reduce((rest, fixed) => rest.replace(fixed, ' '), text.toLowerCase()));
  }

  /** Whether a word is part of what formats add, wherever it stands. */
  isFixed(word: string): boolean {
    return this.#fixedWords.has(bare(word));
  }

  /** How often a word stands in the edition. */
  count(word: string): number {
    return this.#counts.get(bare(word)) ?? 0;
  }
}

/** What stands at one place of the first edition and in its stead in another. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly instead: readonly string[];
}

/** Where another edition has other words than the first. */
export function hunksOf(first: EditionWords, other: EditionWords): Hunk[] {
  const pairs = alignByAnchors(first.words, other.words, bare, bare, (a, b) => bare(a) === bare(b));
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs, [first.words.length, other.words.length] as const]) {
    if (a > i || b > j) hunks.push({ from: i, to: a, instead: other.words.slice(j, b) });
    [i, j] = [a + 1, b + 1];
  }
  return hunks;
}

/** Names as the subject of a sentence. */
export const subject = (names: readonly string[], one: string, many: string): string =>
  `${names.join(', ')} ${names.length > 1 ? many : one}`;
