import { fold } from '../outline/fold.js';
import { blank, figuresIn } from '../read/braille/cells.js';
import { alignByAnchors } from './anchors.js';

/**
 * Who can read Braille. This package has no Braille of its own: any engine will do, such as liblouis through
 * `@everyread/braille`.
 */
export interface BrailleEngine {
  /** Cells as print. What it can't tell, such as a contraction before a full stop, may come out wrong. */
  back(cells: string): string;
  /** The ways in which print may be written, one for each language of the report. */
  forward(text: string): readonly string[];
  /** What Braille says for words in a script that it lacks, such as “Cyrillic text, 9 characters”. Default: the words themselves. */
  written?(text: string): string;
}

/** Letters and digits alone: what Braille shows by signs of its own, or leaves out, makes no difference. */
const bare = (text: string): string =>
  fold(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a piece of print, with the marks around them. */
export const wordsOf = (piece: string): string[] => piece.split(/\s+/).filter((word) => bare(word) !== '');

/** A text as Braille can say it: words in other scripts than Latin may be spelt out there, or named by a note. */
export const asWritten = (text: string, engine: BrailleEngine): string =>
  engine.written && /(?=\p{L})\P{Script=Latin}/u.test(text) ? engine.written(text) : text;

/** Cells without the signs of capitals, emphasis and passages, which depend on what stands around a word. */
const withoutSigns = (cells: string): string => cells.replace(/\u2820+|[\u2828\u2818\u2838][\u2806\u2802\u2836\u2804]|\u2828\u2804/g, '');

/** A word in Braille: as it is read back, and its cells. */
interface Token {
  readonly letters: string;
  readonly cells: string;
  /** The same with all signs: in French one of them begins a number. */
  readonly whole: string;
  /** What it is without the raised number of a note, where it has one. */
  readonly unmarked?: string;
}

/** How a word may be written. */
interface Forms {
  readonly letters: string;
  /** With the marks around it, by language. */
  readonly whole: readonly string[];
  readonly core: readonly string[];
}

/** The words of a Braille text, as they are read back, and as their cells. */
export class BrailleWords {
  readonly #tokens: readonly Token[];
  readonly #forms = new Map<string, Forms>();
  /** For each word that was looked for, the token that it met. */
  #pairs = new Map<number, number>();
  readonly #used = new Set<number>();

  constructor(
    blocks: readonly string[],
    readonly engine: BrailleEngine,
    readonly lang?: string,
  ) {
    this.#tokens = blocks.flatMap((block) => tokensOf(block, engine));
  }

  /** Which of the words are met, in order. What no other word met, `takeNear()` may take. */
  align(words: readonly string[]): boolean[] {
    const pairs = this.pair(words);
    this.#pairs = new Map(pairs);
    for (const [, token] of pairs) this.#used.add(token);
    return words.map((word, index) => this.#pairs.has(index) || this.#isInside(word, [index - 1, index + 1]));
  }

  /** Whether a word stands in the token of one of its neighbours: some codes have no blank before a unit. */
  #isInside(word: string, neighbours: readonly number[]): boolean {
    const { whole, core } = this.formsOf(word);
    return neighbours.some((index) => {
      const token = this.#tokens[this.#pairs.get(index) ?? -1];
      return token !== undefined && [...whole, ...core].some((cells) => cells.length > 1 && token.cells.includes(cells));
    });
  }

  /** Which of the words stand there in order, whatever else stands between them. */
  inOrder(words: readonly string[]): boolean[] {
    const met = new Set(this.pair(words).map(([index]) => index));
    return words.map((_, index) => met.has(index));
  }

  private pair(words: readonly string[]): [number, number][] {
    return alignByAnchors(
      words.map((word) => this.formsOf(word)),
      this.#tokens,
      (form) => form.letters,
      (token) => token.letters,
      (form, token) => this.same(form, token),
    );
  }

  /**
   * Takes a word from those that nothing met, between its nearest neighbours that were, and notes it as met.
   *
   * @param reach - how many words past the neighbours it may stand
   */
  takeNear(word: string, met: boolean[], index: number, reach: number): boolean {
    const before = this.#pairs.get(met.lastIndexOf(true, index)) ?? 0;
    const next = met.indexOf(true, index);
    const after = (next < 0 ? undefined : this.#pairs.get(next)) ?? this.#tokens.length;
    const form = this.formsOf(word);
    const take = (from: number, to: number): boolean => {
      for (let at = Math.max(0, from); at < Math.min(this.#tokens.length, to); at += 1) {
        if (this.#used.has(at) || !this.same(form, this.#tokens[at]!)) continue;
        this.#used.add(at);
        this.#pairs.set(index, at);
        met[index] = true;
        return true;
      }
      return false;
    };
    return take(before, after + reach) || take(before - reach, before);
  }

  /** Whether all words of a text stand somewhere close together, in order: a cell of a table has the lines of its neighbours between its own. */
  hasTogether(text: string): boolean {
    const forms = wordsOf(asWritten(text, this.engine)).map((word) => this.formsOf(word));
    const between = 12 + 3 * forms.length;
    const longest = forms.reduce((best, form, index) => (form.letters.length > (forms[best]?.letters.length ?? 0) ? index : best), 0);
    const key = forms[longest];
    if (!key) return true;
    for (const [at, token] of this.#tokens.entries()) {
      if (!this.same(key, token)) continue;
      let place = Math.max(0, at - longest - Math.floor(between / 2));
      const end = at + (forms.length - longest) + between;
      const all = forms.every((form) => {
        for (let next = place; next < Math.min(end, this.#tokens.length); next += 1) {
          if (!this.same(form, this.#tokens[next]!)) continue;
          place = next + 1;
          return true;
        }
        return false;
      });
      if (all) return true;
    }
    return false;
  }

  private same(form: Forms, token: Token): boolean {
    if (form.letters === token.letters || form.letters === token.unmarked || form.whole.includes(token.cells)) return true;
    // The cells of 12 are the beginning of those of 128.
    if (/^\d+$/.test(form.letters)) {
      const figures = figuresIn(token.whole, this.lang);
      return figures.includes(form.letters) || figures.join('') === form.letters;
    }
    return form.core.some((cells) => cells.length > 1 && token.cells.includes(cells));
  }

  private formsOf(word: string): Forms {
    const known = this.#forms.get(word);
    if (known) return known;
    const core = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const write = (text: string): string[] =>
      this.engine
        .forward(text)
        .map(withoutSigns)
        .filter((cells) => cells !== '');
    const forms = { letters: bare(word), whole: write(word), core: write(core) };
    this.#forms.set(word, forms);
    return forms;
  }
}

/** Raised numbers (UEB 11.4): a word before the mark of a note is written out, so that its cells are not those that it has alone. */
const raised = /(?:\u2830\u2814\u283c[\u2801-\u281b]+)+/g;

function tokensOf(block: string, engine: BrailleEngine): Token[] {
  const clean = block.replace(/(?:\u2810{2,}|\u2810?\u2812{3,})/g, blank);
  const cells = clean.split(blank).filter((token) => token !== '');
  // Cells without a meaning come back as the numbers of their dots.
  const read = (text: string): string => engine.back(text).replace(/\\\d+\//g, '');
  const words = read(cells.join(blank))
    .split(/\s+/)
    .filter((word) => word !== '');
  // Passage signs need the whole block; where words and cells do not pair off, each word is read alone.
  return cells.map((token, index) => {
    const unmarked = token.replace(raised, '');
    return {
      letters: bare(words.length === cells.length ? words[index]! : read(token)),
      cells: withoutSigns(token),
      whole: token,
      ...(unmarked !== token && unmarked !== '' ? { unmarked: bare(read(unmarked)) } : {}),
    };
  });
}
