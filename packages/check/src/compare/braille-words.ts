import { fold } from '../outline/fold.js';
import { blank } from '../read/braille/cells.js';
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
}

/** Letters and digits alone: what Braille shows by signs of its own, or leaves out, makes no difference. */
const bare = (text: string): string =>
  fold(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a piece of print, with the marks around them. */
export const wordsOf = (piece: string): string[] => piece.split(/\s+/).filter((word) => bare(word) !== '');

/** Cells without the signs of capitals, emphasis and passages, which depend on what stands around a word. */
const withoutSigns = (cells: string): string => cells.replace(/\u2820+|[\u2828\u2818\u2838][\u2806\u2802\u2836\u2804]|\u2828\u2804/g, '');

/** A word in Braille: as it is read back, and its cells. */
interface Token {
  readonly letters: string;
  readonly cells: string;
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
  ) {
    this.#tokens = blocks.flatMap((block) => tokensOf(block, engine));
  }

  /** Which of the words are met, in order. */
  align(words: readonly string[]): boolean[] {
    const forms = words.map((word) => this.formsOf(word));
    const pairs = alignByAnchors(
      forms,
      this.#tokens,
      (form) => form.letters,
      (token) => token.letters,
      (form, token) => this.same(form, token),
    );
    this.#pairs = new Map(pairs);
    for (const [, token] of pairs) this.#used.add(token);
    return words.map((_, index) => this.#pairs.has(index));
  }

  /** Takes a word from those that nothing met, between its nearest neighbours that were. */
  takeNear(word: string, met: readonly boolean[], index: number): boolean {
    const reach = 40;
    const before = this.#pairs.get(met.lastIndexOf(true, index)) ?? 0;
    const next = met.indexOf(true, index);
    const after = (next < 0 ? undefined : this.#pairs.get(next)) ?? this.#tokens.length;
    const form = this.formsOf(word);
    for (let at = Math.max(0, before - reach); at < Math.min(this.#tokens.length, after + reach); at += 1) {
      if (this.#used.has(at) || !this.same(form, this.#tokens[at]!)) continue;
      this.#used.add(at);
      return true;
    }
    return false;
  }

  /** Whether all words of a text stand somewhere close together, in order. */
  hasTogether(text: string): boolean {
    const forms = wordsOf(text).map((word) => this.formsOf(word));
    const longest = forms.reduce((best, form, index) => (form.letters.length > (forms[best]?.letters.length ?? 0) ? index : best), 0);
    const key = forms[longest];
    if (!key) return true;
    for (const [at, token] of this.#tokens.entries()) {
      if (!this.same(key, token)) continue;
      let place = Math.max(0, at - longest - 6);
      const end = at + (forms.length - longest) + 12;
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
    if (form.letters === token.letters) return true;
    return form.whole.includes(token.cells) || form.core.some((cells) => cells.length > 1 && token.cells.includes(cells));
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

function tokensOf(block: string, engine: BrailleEngine): Token[] {
  const clean = block.replace(/(?:\u2810{2,}|\u2810?\u2812{3,})/g, blank);
  const cells = clean.split(blank).filter((token) => token !== '');
  // Cells without a meaning come back as the numbers of their dots.
  const read = (text: string): string => engine.back(text).replace(/\\\d+\//g, '');
  const words = read(cells.join(blank))
    .split(/\s+/)
    .filter((word) => word !== '');
  // Passage signs need the whole block; where words and cells do not pair off, each word is read alone.
  return cells.map((token, index) => ({
    letters: bare(words.length === cells.length ? words[index]! : read(token)),
    cells: withoutSigns(token),
  }));
}
