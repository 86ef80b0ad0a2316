import { sameLanguage } from '../../outline/collector.js';
import { excerpt, fold } from '../../outline/fold.js';
import { itemsOf, type Item } from '../../outline/outline.js';
import { subject, type EditionWords, type NamedOutline, type SayDifference } from './edition-words.js';

/** Titles and languages: of the files that name them, those that most others contradict. */
export function compareHeads(editions: readonly NamedOutline[], say: SayDifference): void {
  const titles = editions.flatMap(({ name, outline }) => (outline.title ? [{ name, value: fold(outline.title) }] : []));
  // A shelf may list “title – organisation”.
  differing(titles, (a, b) => a.includes(b) || b.includes(a), 'title', say);
  const langs = editions.flatMap(({ name, outline }) => (outline.lang ? [{ name, value: outline.lang }] : []));
  differing(langs, sameLanguage, 'language', say);
}

function differing(
  list: readonly { name: string; value: string }[],
  same: (a: string, b: string) => boolean,
  what: string,
  say: SayDifference,
): void {
  const usual = list.find(({ value }) => list.filter((each) => same(each.value, value)).length * 2 > list.length);
  if (!usual) {
    if (list.length > 1) say(`the ${what} is ${list.map(({ name, value }) => `“${value}” in ${name}`).join(', ')}`);
    return;
  }
  for (const { name, value } of list)
    if (!same(value, usual.value)) say(`the ${what} of ${name} is “${value}”, of the others “${usual.value}”`);
}

/** The headings that most editions have, without the title of the report. */
export function sharedHeadings(read: readonly EditionWords[]): string[] {
  return [...tally(read, 'heading')].filter(([, { have, lack }]) => lack.length < have.length).map(([text]) => text);
}

/** Headings and alternatives that most editions have and some lack. */
export function compareLists(read: readonly EditionWords[], kind: 'heading' | 'alternative', what: string, say: SayDifference): void {
  for (const [text, { have, lack }] of tally(read, kind)) {
    // An alternative may stand among the words, where there is no picture: that of a chart in a talking book.
    const lacking = kind === 'heading' ? lack : lack.filter(({ outline }) => !holdsWords(outline.items, text));
    if (lacking.length > 0 && (lacking.length < have.length || have.length + lack.length === 2))
      say(
        `${subject(
          lacking.map(({ name }) => name),
          'lacks',
          'lack',
        )} ${what} “${excerpt(text)}”`,
      );
  }
}

function tally(
  read: readonly EditionWords[],
  kind: 'heading' | 'alternative',
): Map<string, { have: EditionWords[]; lack: EditionWords[] }> {
  const sets = read
    .filter(({ outline }) => !outline.lacks?.includes(kind))
    .map((edition) => ({ edition, texts: new Set(textsOf(edition.outline.items, kind)) }));
  const found = new Map<string, { have: EditionWords[]; lack: EditionWords[] }>();
  for (const text of new Set(sets.flatMap(({ texts }) => [...texts]))) {
    const of = (has: boolean): EditionWords[] => sets.filter(({ texts }) => texts.has(text) === has).map(({ edition }) => edition);
    if (text !== '') found.set(text, { have: of(true), lack: of(false) });
  }
  return found;
}

/** Without what is of the cover: each format has a cover of its own. */
function textsOf(items: readonly Item[], kind: 'heading' | 'alternative'): string[] {
  const start = items.findIndex((item) => item.kind === 'heading' && item.level > 0);
  return itemsOf({ items: items.slice(Math.max(0, start)) }, kind).flatMap((item) =>
    item.kind === 'heading' && item.level === 0 ? [] : [fold(item.text)],
  );
}

function holdsWords(items: readonly Item[], text: string): boolean {
  const letters = (words: string): string =>
    fold(words)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const wanted = letters(text);
  return items.some((item) => item.kind === 'text' && letters(item.text).includes(wanted));
}
