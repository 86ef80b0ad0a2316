import LineBreaker from 'linebreak';

/** A place where a line may end. */
export interface BreakPlace {
  /** Index into the text: the next line begins here. */
  at: number;
  required: boolean;
  /** What a break costs, 0 to 1; 1 is as bad as a very short line. */
  penalty: number;
}

/** “page 24”, “Table 2”, “£5 million”: words that belong together. */
const gluedBefore =
  /(?:^|[\s(])(?:p\.|pp\.|pages?|tables?|figures?|charts?|notes?|steps?|chapters?|no\.|Dr|Mr|Mrs|Ms|Mx|Prof|Professor|St)\s$/i;
const number = /(?:^|[\s(])[£$€]?\d[\d.,]*%?\s$/;
/** “29 June”, “14 juin 2023”: the day stays with its month. */
const day = /(?:^|[^\d.,])\d{1,2}\s$/;
const month =
  /^(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)\b|\p{L}+\.? \d{4}(?!\d))/u;
const shortWord = /(?:^|[\s(])(?:a|an|I|the|of|to|in|and|or|–|—)\s$/;

/**
 * Where lines may end (UAX 14), with what typographers add: no line ends between “page” and its number, and it rather
 * not ends after a number, a short word or the hyphen of a compound.
 *
 * @param whole - keep words whole: large print never parts a word, not even at its own hyphen (UKAAF G003)
 */
export function breakPlaces(text: string, whole: boolean): BreakPlace[] {
  const breaker = new LineBreaker(text);
  const places: BreakPlace[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const at = found.position;
    if (found.required || at >= text.length) {
      places.push({ at, required: found.required && at < text.length, penalty: 0 });
      continue;
    }
    const previous = text[at - 1]!;
    const isSpace = previous === ' ';
    if (!isSpace && whole && !/[\u3000-\u9fff]/.test(previous)) continue;
    // “17:00–18:30”, “2020–21”: a range is one thing.
    if (/[-‐–]/.test(previous) && /\d/.test(text[at]!) && /\d/.test(text[at - 2] ?? '')) continue;
    let penalty = 0;
    if (!isSpace) penalty = /[-‐–]/.test(previous) ? 0.35 : 0.2;
    else {
      const before = text.slice(Math.max(0, at - 12), at);
      const next = text[at]!;
      if (gluedBefore.test(before) && /[\dIVX]/.test(next)) continue;
      if (/[–—]/.test(next) || (next === '-' && text[at + 1] === ' ')) continue;
      if (day.test(before) && month.test(text.slice(at, at + 24))) penalty = 1;
      else if (number.test(before)) penalty = 0.25;
      else if (shortWord.test(before)) penalty = 0.08;
    }
    places.push({ at, required: false, penalty });
  }
  return places;
}

/** Where a word that no line can hold may be cut: after marks of an address, else anywhere between clusters. */
export function emergencyPlaces(word: string): { soft: number[]; hard: number[] } {
  const soft: number[] = [];
  for (const match of word.matchAll(/[/.?&=_\-,:;@#]+/g)) {
    const at = match.index + match[0].length;
    if (at < word.length) soft.push(at);
  }
  const hard: number[] = [];
  for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)) if (index > 0) hard.push(index);
  return { soft, hard };
}
