import { sameLanguage } from '../outline/collector.js';
import { sameText, withoutJoints } from '../outline/fold.js';
import { itemsOf, type HeadingItem, type ModelOutline, type Outline } from '../outline/outline.js';
import { alignLists } from './sequence.js';
import type { Say } from './report-difference.js';

/** Title and language of the document as a whole. */
export function compareHead(model: ModelOutline, edition: Outline, say: Say): void {
  if (edition.title === undefined) say('read-back-title', 'the file has no title');
  // A shelf may list “title – organisation”.
  else if (!edition.title.includes(model.title ?? '')) say('read-back-title', `the title is “${edition.title}”, not “${model.title}”`);
  if (edition.lang === undefined) say('read-back-lang', 'the file names no language');
  else if (!sameLanguage(edition.lang, model.lang)) say('read-back-lang', `the language is ${edition.lang}, not ${model.lang}`);
}

/** The headings: each with its level, in order. Those that a format adds (“Contents”, “Notes”) are known by their words. */
export function compareHeadings(model: ModelOutline, edition: Outline, say: Say): void {
  if (edition.lacks?.includes('heading')) return;
  const titles = itemsOf(edition, 'heading').filter((heading) => heading.level === 0);
  if (!titles.some((heading) => heading.text.includes(model.title ?? '')))
    say('read-back-heading', `no heading holds the title “${model.title}”`);
  const wanted = itemsOf(model, 'heading');
  const found = itemsOf(edition, 'heading').filter(
    (heading) => heading.level > 0 || wanted.some((each) => sameText(each.text, heading.text)),
  );
  // A heading may hold a note mark, a picture or a page number, whose words differ.
  const pairs = alignLists(wanted, found, sameHeading);
  const met = new Set(pairs.map(([index]) => index));
  const used = new Set(pairs.map(([, index]) => index));
  for (const [index, heading] of wanted.entries()) {
    if (!met.has(index))
      say('read-back-heading', `the heading “${heading.text}” is missing, changed or in another place`, { position: heading.position });
  }
  for (const [at, to] of pairs) {
    const [a, b] = [wanted[at]!, found[to]!];
    if (Math.min(a.level, edition.deepestHeading ?? a.level) !== b.level && !edition.flatHeadings)
      say('read-back-heading', `the heading “${a.text}” has level ${b.level}, not ${a.level}`, { position: a.position });
  }
  for (const [index, heading] of found.entries()) {
    if (used.has(index) || model.fixedWords.some((word) => sameText(word, heading.text))) continue;
    if (heading.text === '') say('read-back-heading', 'a heading is empty', { under: heading.under });
    else if (!model.passages.some(({ pieces }) => pieces.some((piece) => sameText(piece, heading.text))))
      say('read-back-heading', `the heading “${heading.text}” is not in the report`);
    else if (met.size < wanted.length || wanted.some((each) => sameText(each.text, heading.text)))
      say('read-back-heading', `the heading “${heading.text}” stands where the report has none`);
  }
}

/** Whether a heading holds the words of another, with what an edition adds to them: a note mark, the long form of an abbreviation. */
export function sameHeading(wanted: HeadingItem, found: HeadingItem): boolean {
  if (sameText(wanted.text, found.text) || (wanted.text.length > 0 && similar(wanted.text, found.text))) return true;
  let at = 0;
  return (
    (wanted.pieces ?? []).length > 1 &&
    wanted.pieces!.every((piece) => {
      const words = withoutJoints(piece);
      const place = found.text.indexOf(words, at);
      at = place + words.length;
      return place >= 0;
    })
  );
}

/** Equal but for figures and marks that an edition adds. */
function similar(a: string, b: string): boolean {
  const bare = (text: string): string => text.replace(/[^\p{L}]+/gu, '').toLowerCase();
  return bare(a) !== '' && bare(a) === bare(b);
}
