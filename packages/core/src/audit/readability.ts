import { sentenceStarts } from '../passes/sentences.js';
import type { ReportNode } from '../types.js';
import { checkAbbreviations } from './abbreviations.js';
import { isInside, type AuditInput, type Find } from './audit.js';
import { countWords } from './count-words.js';

/** How many places one hint names: the rest are counted. */
const mostPlaces = 12;

interface LongSentence {
  node: ReportNode;
  text: string;
  words: number;
}

/** Hints for English texts: long sentences, reading age, abbreviations that nobody explains. */
export function checkReadability(input: AuditInput, find: Find): void {
  if (!/^en\b/i.test(input.meta.lang)) return;
  checkSentences(input, find);
  checkAbbreviations(input, find);
}

function checkSentences({ all, textOf, limits }: AuditInput, find: Find): void {
  let words = 0;
  let sentences = 0;
  let syllables = 0;
  const long: LongSentence[] = [];
  for (const each of all('paragraph')) {
    const { node, lang } = each;
    if (!/^en\b/i.test(lang)) continue;
    const text = textOf(node);
    if (text === '') continue;
    // What somebody else said is not the author's to rewrite.
    const quoted = isInside(each, 'blockquote', 'pullQuote');
    const starts = [0, ...sentenceStarts(text, 'en-GB'), text.length];
    for (let index = 1; index < starts.length; index += 1) {
      const sentence = text.slice(starts[index - 1], starts[index]);
      const own = countWords(sentence);
      if (own.words === 0) continue;
      if (own.words > limits.sentenceWords && !quoted) long.push({ node, text: sentence.trim(), words: own.words });
      words += own.words;
      sentences += 1;
      syllables += own.syllables;
    }
  }
  if (long.length > 0) findLong(long, sentences, limits.sentenceWords, find);
  if (words < 100) return;
  // Flesch-Kincaid grade level (Kincaid and others, 1975); reading age is about grade + 5.
  const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
  if (grade > limits.readingGrade)
    find(
      'text-read-age',
      undefined,
      `The text has a reading age of about ${Math.round(grade + 5)} years (Flesch-Kincaid grade ${grade.toFixed(1)})`,
    );
}

/** One hint for all of them, at the longest: a screen of hints hides the one that matters. */
function findLong(long: readonly LongSentence[], sentences: number, most: number, find: Find): void {
  const longest = long.reduce((a, b) => (b.words > a.words ? b : a));
  const begins = `“${longest.text.slice(0, 50)}…”`;
  if (long.length === 1) {
    find('text-long-sentence', longest.node, `A sentence has ${longest.words} words: ${begins}`);
    return;
  }
  const lines = [...new Set(long.flatMap(({ node }) => node.position?.start.line ?? []))];
  const more = lines.length > mostPlaces ? ` and ${lines.length - mostPlaces} more` : '';
  const at = lines.length > 0 ? `, in lines ${lines.slice(0, mostPlaces).join(', ')}${more}` : '';
  find(
    'text-long-sentence',
    longest.node,
    `${long.length} of ${sentences} sentences have more than ${most} words${at}; the longest has ${longest.words}: ${begins}`,
  );
}
