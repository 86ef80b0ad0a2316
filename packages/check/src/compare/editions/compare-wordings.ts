import { excerpt } from '../../outline/fold.js';
import { bare, subject, type EditionWords, type Hunk, type SayDifference } from './edition-words.js';

/** Longest run of words that is one difference and not another order. */
const longest = 6;
/** Fewest words that are missing, not worded in another way, where there are two editions only. */
const shortest = 4;
/** How near, in words, to a part for some readers a difference is part of it. */
const near = 8;
/** The same for words that one edition alone lacks. */
const nearLoss = 2;
/** How far, in words, a format may move others: the credit of a picture, the label of a figure. */
const reach = 300;
/** Fewest words that may stand apart there: the cells of a row. */
const row = 3;

/** A difference and what to say of it. */
interface Told {
  readonly hunk: Hunk;
  readonly reason: string;
  /** How near it may be to a part for some readers. */
  readonly near?: number;
}

interface Place {
  readonly hunk: Hunk;
  /** What editions say in its stead, and which. */
  readonly says: Map<string, EditionWords[]>;
}

/**
 * Where one edition alone says something else than all others, or lacks words that all others have. Where several say one thing and
 * several another the author may have meant it: parts for some readers only.
 *
 * @param hunks - for each of the others, where it differs from the first
 */
export function compareWordings(
  first: EditionWords,
  others: readonly EditionWords[],
  hunks: readonly (readonly Hunk[])[],
  say: SayDifference,
): void {
  const moved = new MovedWords(first, others, hunks);
  const told: Told[] = [];
  const meant: Hunk[] = [];
  for (const { hunk, says } of placesOf(first, others, hunks)) {
    const own = first.words.slice(hunk.from, hunk.to);
    const differing = [...says.values()].flat();
    const agree = [first, ...others.filter((other) => !differing.includes(other))];
    const groups = [
      { words: own, editions: agree },
      ...[...says].map(([text, editions]) => ({ words: text === '' ? [] : text.split(' '), editions })),
    ];
    // Two editions: either may be wrong. More: the one that stands alone is.
    const odd = groups.length === 2 ? groups.find(({ editions }) => editions.length === 1) : undefined;
    if (!odd) {
      // The numbers of a list are words in some formats only.
      if (!groups.every(({ words }) => words.every((word) => /^\d+[.)]$/.test(word)))) meant.push(hunk);
      continue;
    }
    const usual = groups.find((group) => group !== odd)!;
    const alone = odd.editions[0]!;
    const clear = others.length > 1 && isClear(hunk, hunks);
    // Word for word: nothing was moved there, nor runs over from the part beside it.
    const isSwap = odd.words.length === usual.words.length;
    const before = `“${excerpt(first.words.slice(Math.max(0, hunk.from - 5), hunk.from).join(' '))}”`;
    if (odd.words.length === 0 || usual.words.length === 0) {
      const [lacks, has] = odd.words.length === 0 ? [odd, usual] : [usual, odd];
      // Words that an edition adds are no loss of another.
      const few = clear ? 1 : shortest;
      if (has.words.length < few || (has !== usual && others.length > 1)) continue;
      if (lacks.editions.some((edition) => moved.has(edition, has.words, hunk.from))) continue;
      told.push({
        hunk,
        ...(clear ? { near: nearLoss } : {}),
        reason: `after ${before} ${lacks.editions.map(({ name }) => name).join(', ')} lacks the words “${excerpt(has.words.join(' '))}”`,
      });
    } else if (
      (clear || others.length === 1) &&
      Math.max(odd.words.length, usual.words.length) <= longest &&
      !isSaid(odd.words, usual.words) &&
      !isSaid(usual.words, odd.words) &&
      (isSwap ||
        !moved.has(alone, usual.words, hunk.from) ||
        (usual.editions.length === 1 && !moved.has(usual.editions[0]!, odd.words, hunk.from)))
    ) {
      const both = [usual, odd].map(({ words, editions }) => {
        const names = editions.map(({ name }) => name).sort();
        return `${subject(names, 'says', 'say')} “${excerpt(words.join(' '))}”`;
      });
      told.push({
        hunk,
        reason: `after ${before} ${both.join(', ')}`,
        ...(isSwap ? { near: 0 } : {}),
      });
    }
  }
  for (const { hunk, reason, near: least = near } of told)
    if (!meant.some(({ from, to }) => from - least < hunk.to && hunk.from < to + least)) say(reason);
}

/** Whether all editions differ from the first at a place in the same words or not at all. */
function isClear({ from, to }: Hunk, hunks: readonly (readonly Hunk[])[]): boolean {
  return !hunks.flat().some((other) => other.from < to && from < other.to && (other.from !== from || other.to !== to));
}

/** Whether words may be a figure as it is said: “just under 1.2 million pounds” for “£1,179,818.54”. */
function isSaid(words: readonly string[], figure: readonly string[]): boolean {
  return figure.length === 1 && /\d/.test(figure[0]!) && words.filter((word) => /^\p{L}+$/u.test(bare(word))).length >= 3;
}

/** What each edition says where others say nothing, or something else: there, words may stand that are missing elsewhere. */
class MovedWords {
  readonly #added = new Map<EditionWords, { at: number; words: readonly string[] }[]>();

  constructor(first: EditionWords, others: readonly EditionWords[], hunks: readonly (readonly Hunk[])[]) {
    for (const [index, list] of hunks.entries())
      for (const { from, to, instead } of list) {
        this.#add(others[index]!, from, instead);
        this.#add(first, from, first.words.slice(from, to));
      }
  }

  /** Whether an edition has all these words somewhere near: few of them one after the other, a row of a table each with its head. */
  has(edition: EditionWords, words: readonly string[], at: number): boolean {
    const wanted = words.map(bare);
    const close = (this.#added.get(edition) ?? [])
      .filter((added) => Math.abs(added.at - at) <= reach)
      .map((added) => added.words.map(bare));
    if (close.some((added) => ` ${added.join(' ')} `.includes(` ${wanted.join(' ')} `))) return true;
    const all = new Set(close.flat());
    return wanted.length >= row && wanted.every((word) => all.has(word));
  }

  #add(edition: EditionWords, at: number, words: readonly string[]): void {
    if (words.length > 0 && (/\d/.test(words.join('')) || !edition.isOwn(words.join(' '))))
      this.#added.set(edition, [...(this.#added.get(edition) ?? []), { at, words }]);
  }
}

function placesOf(first: EditionWords, others: readonly EditionWords[], hunks: readonly (readonly Hunk[])[]): Iterable<Place> {
  const places = new Map<string, Place>();
  for (const [index, list] of hunks.entries()) {
    for (const hunk of list) {
      const key = `${hunk.from} ${hunk.to}`;
      const place = places.get(key) ?? { hunk, says: new Map<string, EditionWords[]>() };
      const text = hunk.instead.join(' ');
      const sides = [text, first.words.slice(hunk.from, hunk.to).join(' ')];
      const figure = sides.includes('') ? /^\W?\d/ : /^\W?\d|\p{L}\d|\d\p{L}/u;
      if (sides.every((side) => side === '' || (!figure.test(side) && first.isOwn(side)))) continue;
      place.says.set(text, [...(place.says.get(text) ?? []), others[index]!]);
      places.set(key, place);
    }
  }
  return places.values();
}
