import { is } from '../guards.js';
import { sentenceStarts } from '../passes/sentences.js';
import type { AuditInput, Find } from './audit.js';

const mostWords = 40;
const hardGrade = 14;

/** Hints for English texts: long sentences, reading age, abbreviations that nobody explains. */
export function checkReadability({ meta, nodes, textOf }: AuditInput, find: Find): void {
  if (!/^en\b/i.test(meta.lang)) return;
  let words = 0;
  let sentences = 0;
  let syllables = 0;
  const known = new Map<string, number>();
  for (const { node, lang } of nodes) {
    if (!is(node, 'paragraph') || !/^en\b/i.test(lang)) continue;
    const text = textOf(node);
    if (text === '') continue;
    const starts = [0, ...sentenceStarts(text, 'en-GB'), text.length];
    for (let index = 1; index < starts.length; index += 1) {
      const sentence = text.slice(starts[index - 1], starts[index]);
      const own = sentence.match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? [];
      if (own.length === 0) continue;
      if (own.length > mostWords)
        find('text-long-sentence', node, `A sentence has ${own.length} words: “${sentence.trim().slice(0, 50)}…”`);
      words += own.length;
      sentences += 1;
      for (const word of own) {
        let count = known.get(word);
        if (count === undefined) known.set(word, (count = countSyllables(word)));
        syllables += count;
      }
    }
  }
  if (words >= 100) {
    // Flesch-Kincaid grade level (Kincaid and others, 1975); reading age is about grade + 5.
    const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
    if (grade > hardGrade)
      find(
        'text-read-age',
        undefined,
        `The text has a reading age of about ${Math.round(grade + 5)} years (Flesch-Kincaid grade ${grade.toFixed(1)})`,
      );
  }
  checkAbbreviations({ meta, nodes, textOf }, find);
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
  // “Long Form (LF)” and “LF (Long Form)” explain themselves.
  for (const [, inside] of whole.matchAll(/\(\s*(\p{Lu}{2,6})s?\s*[),]/gu)) explained.add(inside!);
  for (const [, before] of whole.matchAll(/\b(\p{Lu}{2,6})\s+\(\p{Lu}\p{Ll}+ /gu)) explained.add(before!);
  for (const { node, lang, parents } of nodes) {
    if (!is(node, 'text') || !/^en\b/i.test(lang) || parents.some((parent) => is(parent, 'abbreviation'))) continue;
    for (const [short] of node.value.matchAll(/(?<![\p{L}\d@/.-])\p{Lu}{2,6}(?![\p{L}\d@])/gu)) {
      if (explained.has(short) || common.test(short)) continue;
      explained.add(short);
      find('abbr-undef', node, `The abbreviation ${short} is not explained`);
    }
  }
}
