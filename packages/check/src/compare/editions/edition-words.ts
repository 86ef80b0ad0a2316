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

/** A word without the marks around it; those inside a figure count. */
export const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

const before = /^[^\p{L}\p{N}]+/u;
const after = /[^\p{L}\p{N}]+$/u;
/** Money, shares, degrees, more and less: with another of these a figure says something else. */
const sign = /[\p{Sc}%‰°+−±<>≤≥≈~]/gu;

const signsIn = (text: string): string => (text.match(sign) ?? []).join('');

/** The signs around a figure: “£” of “£12”, “%” of “(12%)”; none of a word that holds no figure. */
function signsOf(word: string): string {
  if (!/\p{N}/u.test(word)) return '';
  // A hyphen or a dash right before a figure takes it below zero.
  const first = (before.exec(word)?.[0] ?? '').replace(/[-–]$/, '−');
  return signsIn(first) + signsIn(after.exec(word)?.[0] ?? '');
}

/** The words of an edition in reading order, without those that each edition has of its own. */
export class EditionWords {
  readonly name: string;
  readonly outline: Outline;
  readonly words: readonly string[];
  /** For each word the signs around its figure, such as “%”. */
  readonly signs: readonly string[];
  /** For each word the line that it stands in. */
  readonly lines: readonly string[];
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
    const words: string[] = [];
    const signs: string[] = [];
    const lines: string[] = [];
    for (const item of outline.items) {
      if (item.kind !== 'text' && item.kind !== 'heading') continue;
      const line = fold(item.text);
      // A sign that stands apart belongs to the figure before it, or else to the one after it.
      let open = '';
      for (const word of pages.reduce((text, page) => text.replace(page, ' '), line).split(/\s+/)) {
        if (bare(word) !== '') {
          const own = signsOf(word);
          words.push(word);
          signs.push(/\p{N}/u.test(word) ? open + own : own);
          lines.push(line);
          open = '';
        } else if (lines.at(-1) === line && /\p{N}/u.test(words.at(-1)!)) signs[signs.length - 1] += apart(word);
        else open = apart(word);
      }
    }
    this.words = words;
    this.signs = signs;
    this.lines = lines;
    for (const word of this.words) this.#counts.set(bare(word), this.count(word) + 1);
  }

  /** Whether words are such as formats add: “Contents”, “Large print: 18 pt”. */
  isOwn(text: string): boolean {
    const own = text.toLowerCase();
    const rest = this.#fixed.reduce((left, fixed) => left.replace(fixed, ' '), own);
    return !/\p{L}{3}/u.test(rest) && (rest !== own || !/\p{L}/u.test(own));
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

/** The signs of a word that is nothing else. */
const apart = (word: string): string => (/^[\p{Sc}%‰°]+$/u.test(word) ? word : '');

/** What stands at one place of the first edition and in its stead in another. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly instead: readonly string[];
}

/** The words that another edition shares with the first, as pairs of places. */
export function pairWords(first: EditionWords, other: EditionWords): [number, number][] {
  return alignByAnchors(first.words, other.words, bare, bare, (a, b) => bare(a) === bare(b));
}

/** Where another edition has other words than the first. */
export function hunksOf(first: EditionWords, other: EditionWords, pairs: readonly (readonly [number, number])[]): Hunk[] {
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
