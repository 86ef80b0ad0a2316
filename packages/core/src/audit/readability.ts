import { is } from '../guards.js';
import { sentenceStarts } from '../passes/sentences.js';
import type { ReportNode } from '../types.js';
import type { AuditInput, Find } from './audit.js';

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

function checkSentences({ nodes, textOf, limits }: AuditInput, find: Find): void {
  let words = 0;
  let sentences = 0;
  let syllables = 0;
  const known = new Map<string, number>();
  const long: LongSentence[] = [];
  for (const { node, parents, lang } of nodes) {
    if (!is(node, 'paragraph') || !/^en\b/i.test(lang)) continue;
    const text = textOf(node);
    if (text === '') continue;
    // What somebody else said is not the author's to rewrite.
    const quoted = parents.some((parent) => is(parent, 'blockquote') || is(parent, 'pullQuote'));
    const starts = [0, ...sentenceStarts(text, 'en-GB'), text.length];
    for (let index = 1; index < starts.length; index += 1) {
      const sentence = text.slice(starts[index - 1], starts[index]);
      const own = sentence.match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? [];
      if (own.length === 0) continue;
      if (own.length > limits.sentenceWords && !quoted) long.push({ node, text: sentence.trim(), words: own.length });
      words += own.length;
      sentences += 1;
      for (const word of own) {
        let count = known.get(word);
        if (count === undefined) known.set(word, (count = countSyllables(word)));
        syllables += count;
      }
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

function countSyllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/e\b/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

/** Words in everyone's mouth, and numerals. */
const common = /^(?:UK|US|USA|EU|BBC|TV|PDF|HTML|EPUB|DAISY|MP3|CD|DVD|OK|AM|PM|BST|GMT|UTC|VAT|NHS|[IVXLCM]+)$/;

function checkAbbreviations({ meta, nodes, textOf }: AuditInput, find: Find): void {
  const explained = new Set(Object.keys(meta.lexicon ?? {}));
  const whole = nodes.flatMap(({ node }) => (is(node, 'text') ? [node.value] : [])).join(' ');
  for (const { node } of nodes) if (is(node, 'abbreviation')) explained.add(textOf(node));
  // “Long Form (LF)”, “Long Form Centre (LF-Centre)”, “Long Form of Other Form (LF OF)” and “LF (Long Form)” explain themselves.
  for (const [, inside] of whole.matchAll(/(?<=\p{L}['’]?\s+)\(\s*(\p{Lu}{2,6}s?(?:[ -]\p{Lu}[\p{L}]{1,9}){0,2})\s*[),]/gu))
    for (const [short] of inside!.matchAll(/\p{Lu}{2,6}/gu)) explained.add(short);
  for (const [, before] of whole.matchAll(/\b(\p{Lu}{2,6})\s+\(\p{Lu}\p{Ll}+ /gu)) explained.add(before!);
  for (const { node, lang, parents } of nodes) {
    if (!is(node, 'text') || !/^en\b/i.test(lang) || parents.some((parent) => is(parent, 'abbreviation'))) continue;
    for (const [short] of node.value.matchAll(/(?<![\p{L}\d@/.-])\p{Lu}{2,6}(?![\p{L}\d@])/gu)) {
      if (explained.has(short) || common.test(short)) continue;
      explained.add(short);
      find(
        'abbr-undef',
        node,
        `The abbreviation ${short} is not explained`,
        `Write \`:abbr[${short}]{title="…"}\` once with its full words, or add it to \`lexicon:\` in the front matter.`,
      );
    }
  }
}
