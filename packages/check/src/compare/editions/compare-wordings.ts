import { excerpt } from '../../outline/fold.js';
import { bare, subject, type EditionWords, type Hunk, type SayDifference } from './edition-words.js';

/** Longest run of words that is one difference and not another order. */
const longest = 6;
/** Fewest words that are missing, not worded in another way. */
const shortest = 4;
/** How near, in words, to a part for some readers a difference is part of it. */
const near = 8;

/** A difference and what to say of it. */
interface Told {
  readonly hunk: Hunk;
  readonly reason: string;
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
      meant.push(hunk);
      continue;
    }
    const usual = groups.find((group) => group !== odd)!;
    const alone = odd.editions[0]!;
    const before = `“${excerpt(first.words.slice(Math.max(0, hunk.from - 5), hunk.from).join(' '))}”`;
    if (
      !isLoss(usual.words, alone, usual.editions) &&
      !(usual.editions.length === 1 && isLoss(odd.words, usual.editions[0]!, odd.editions))
    )
      continue;
    if (odd.words.length === 0 || usual.words.length === 0) {
      const [lacks, has] = odd.words.length === 0 ? [odd, usual] : [usual, odd];
      // Words that an edition adds are no loss of another.
      if (has.words.length >= shortest && (has === usual || others.length === 1))
        told.push({
          hunk,
          reason: `after ${before} ${lacks.editions.map(({ name }) => name).join(', ')} lacks the words “${excerpt(has.words.join(' '))}”`,
        });
    } else if (
      Math.max(odd.words.length, usual.words.length) <= longest &&
      !isSaid(odd.words, usual.words) &&
      !isSaid(usual.words, odd.words)
    ) {
      const both = [usual, odd].map(({ words, editions }) => {
        const names = editions.map(({ name }) => name).sort();
        return `${subject(names, 'says', 'say')} “${excerpt(words.join(' '))}”`;
      });
      told.push({ hunk, reason: `after ${before} ${both.join(', ')}` });
    }
  }
  for (const { hunk, reason } of told) if (!meant.some(({ from, to }) => from - near < hunk.to && hunk.from < to + near)) say(reason);
}

/** Whether words may be a figure as it is said: “just under 1.2 million pounds” for “£1,179,818.54”. */
function isSaid(words: readonly string[], figure: readonly string[]): boolean {
  return figure.length === 1 && /\d/.test(figure[0]!) && words.filter((word) => /^\p{L}+$/u.test(bare(word))).length >= 3;
}

/** Whether an edition has some of the words less often than each of the others: they are not elsewhere in it. */
function isLoss(words: readonly string[], alone: EditionWords, others: readonly EditionWords[]): boolean {
  return words.some((word) => others.every((other) => other.count(word) > alone.count(word)));
}

function placesOf(first: EditionWords, others: readonly EditionWords[], hunks: readonly (readonly Hunk[])[]): Iterable<Place> {
  const places = new Map<string, Place>();
  for (const [index, list] of hunks.entries()) {
    for (const hunk of list) {
      const key = `${hunk.from} ${hunk.to}`;
      const place = places.get(key) ?? { hunk, says: new Map<string, EditionWords[]>() };
      const text = hunk.instead.join(' ');
      const sides = [text, first.words.slice(hunk.from, hunk.to).join(' ')];
      if (sides.every((side) => side === '' || (!/^\W?\d/.test(side) && first.isOwn(side)))) continue;
      place.says.set(text, [...(place.says.get(text) ?? []), others[index]!]);
      places.set(key, place);
    }
  }
  return places.values();
}
