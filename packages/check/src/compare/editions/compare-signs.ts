import { excerpt, fold } from '../../outline/fold.js';
import { itemsOf, type Outline } from '../../outline/outline.js';
import { hasSigns, signedFigures } from '../figure-signs.js';
import { bare, subject, type EditionWords, type SayDifference } from './edition-words.js';

/** What one edition says at a place that all share. */
interface Said {
  readonly edition: EditionWords;
  readonly at: number;
}

/**
 * Where editions agree in a figure, but not in the signs around it: “12%” and “12”, “£5” and “€5”, “−3” and “3”. A unit that
 * stands in the head of a table, or by itself in the line, need not stand beside the figure as well.
 *
 * @param pairs - for each of the others, which of its words are those of the first
 */
export function compareSigns(
  first: EditionWords,
  others: readonly EditionWords[],
  pairs: readonly (readonly (readonly [number, number])[])[],
  say: SayDifference,
): void {
  const places = new Map<number, Said[]>();
  for (const [index, list] of pairs.entries())
    for (const [at, to] of list)
      if (/\p{N}/u.test(first.words[at]!)) places.set(at, [...(places.get(at) ?? []), { edition: others[index]!, at: to }]);
  const units = new Map([first, ...others].map((edition) => [edition, unitsOfCells(edition.outline)]));
  const shared = new Map([
    [first, new Set(pairs.flatMap((list) => list.map(([at]) => at)))],
    ...others.map((other, index) => [other, new Set(pairs[index]!.map(([, to]) => to))] as const),
  ]);
  for (const [at, said] of places) {
    const all = [{ edition: first, at }, ...said];
    const groups = bySigns(all);
    if (groups.size === 1) continue;
    const fullest = [...groups.keys()].sort((a, b) => b.length - a.length)[0]!;
    const telling = all.filter(
      (each) => !isSaid(each, shared.get(each.edition)!) && !hasElsewhere(each, fullest, units.get(each.edition)!),
    );
    const told = bySigns(telling);
    if (told.size < 2) continue;
    const before = excerpt(first.words.slice(Math.max(0, at - 5), at).join(' '));
    const sides = [...told.values()]
      .sort((a, b) => b.length - a.length)
      .map((group) => {
        const names = group.map(({ edition }) => edition.name).sort();
        return `${subject(names, 'says', 'say')} “${asRead(group[0]!)}”`;
      });
    say(`after “${before}” ${sides.join(', ')}`);
  }
}

/**
 * Words of the first edition that are a figure with the same signs in all others → that figure with them, such as “12%” or “3 %”.
 *
 * @param pairs - for each of the others, which of its words are those of the first
 */
export function agreedSigns(
  first: EditionWords,
  others: readonly EditionWords[],
  pairs: readonly (readonly (readonly [number, number])[])[],
): Map<number, string> {
  const signed = new Map<number, string>();
  const places = pairs.map((list) => new Map(list));
  for (const [at, word] of first.words.entries()) {
    const signs = first.signs[at]!;
    const [figure, ...more] = signedFigures(word);
    if (signs === '' || figure === undefined || more.length > 0) continue;
    if (!others.every((other, index) => other.signs[places[index]!.get(at) ?? -1] === signs)) continue;
    if (hasSigns(figure)) signed.set(at, figure.text);
    // A sign that stands apart: the unit behind its figure.
    else if (/^[%‰°]$/.test(signs)) signed.set(at, `${figure.figure} ${signs}`);
  }
  return signed;
}

function bySigns(all: readonly Said[]): Map<string, Said[]> {
  const groups = new Map<string, Said[]>();
  for (const each of all) {
    const signs = each.edition.signs[each.at]!;
    groups.set(signs, [...(groups.get(signs) ?? []), each]);
  }
  return groups;
}

/** A figure with what belongs to it: a sign may stand apart. */
function asRead({ edition, at }: Said): string {
  const [word, signs] = [edition.words[at]!, edition.signs[at]!];
  return [...signs].every((sign) => word.includes(sign) || sign === '−') ? word : `${word} ${signs}`;
}

/** Whether words that only this edition has follow a figure in its line: “29 per cent more” for “+29%”. */
function isSaid({ edition, at }: Said, shared: ReadonlySet<number>): boolean {
  const next = edition.words[at + 1];
  return next !== undefined && !shared.has(at + 1) && edition.lines[at] === edition.lines[at + 1] && /^\p{L}+$/u.test(bare(next));
}

/** Whether the signs that an edition lacks beside a figure stand in its line, or in a head of its cell. */
function hasElsewhere({ edition, at }: Said, wanted: string, units: ReadonlyMap<string, string>): boolean {
  const own = edition.signs[at]!;
  const line = edition.lines[at]!;
  // “Share (%)”, not the “12%” of another figure.
  const around = `${line} ${units.get(line) ?? ''}`.replace(/\p{N}\s?[\p{Sc}%‰°]+|[\p{Sc}%‰°]+\s?\p{N}/gu, ' ');
  const missing = [...wanted].filter((sign) => !own.includes(sign));
  // A sign that takes a figure below zero is its own, whatever stands around it.
  return (
    missing.length > 0 &&
    [...own].every((sign) => wanted.includes(sign)) &&
    missing.every((sign) => /[\p{Sc}%‰°]/u.test(sign) && around.includes(sign))
  );
}

/** The words of cells → those of their heads, and of the caption. */
function unitsOfCells(outline: Outline): Map<string, string> {
  const found = new Map<string, string>();
  for (const { rows, caption = '' } of itemsOf(outline, 'table'))
    for (const row of rows)
      for (const [column, { text, header }] of row.entries()) {
        if (header === 'col') continue;
        const heads = rows.flatMap((each) => (each[column]?.header === 'col' ? [each[column].text] : []));
        const own = row.filter((each) => each.header === 'row').map((each) => each.text);
        const key = fold(text);
        found.set(key, [found.get(key) ?? '', caption, ...heads, ...own].join(' '));
      }
  return found;
}
