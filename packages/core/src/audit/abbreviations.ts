import type { Text } from '../types.js';
import { isInside, type AuditInput, type AuditNode, type Find } from './audit.js';
import { capitalRuns } from './capitals.js';
import { within } from '../within.js';

/** Words in everyone's mouth, and numerals. */
const common = /^(?:UK|GB|US|USA|EU|MB|TB|BBC|TV|PDF|HTML|EPUB|DAISY|MP3|CD|DVD|OK|AM|PM|BST|GMT|UTC|VAT|NHS|HM|[IVXLCM]+)$/;
/** What stands after the name of a person or a company and is part of it. */
const afterNames = /^(?:OBE|MBE|CBE|KBE|DBE|MP|MEP|MSP|JP|KC|QC|FCA|ACA|FCCA|ACCA|BA|MA|MBA|LLB|LLP|PLC|LTD|CIC|CIO)$/;
/** A longer one, “CLOSED”, is a word more often than an abbreviation. */
const short = /(?<![\p{L}\d@/.-])\p{Lu}{2,5}(?![\p{L}\d@])/gu;
/** What a text has that may hold one. */
const capitals = /\p{Lu}{2}/u;
/** How far from its first use an abbreviation may be spelt out, in UTF-16 units. */
const near = 120;
const small = '(?:(?:of|for|and|the|in|to|on|at|by|with|&)\\s+)*';

/** A short word in capitals. */
interface Candidate {
  node: Text;
  /** Where it stands in the node, and in all texts together, in UTF-16 units. */
  index: number;
  at: number;
  word: string;
}

/** Abbreviations that nobody explains, each at its first use. */
export function checkAbbreviations({ meta, all, textOf }: AuditInput, find: Find): void {
  const candidates = findCandidates(all('text'));
  // What follows looks through the whole text again and again.
  if (candidates.length === 0) return;
  const whole = all('text')
    .map(({ node }) => node.value)
    .join(' ');
  const explained = new Set([...Object.keys(meta.lexicon ?? {}), ...selfExplained(whole)]);
  for (const { node } of all('abbreviation')) explained.add(textOf(node));
  for (const { node, index, at, word } of candidates) {
    if (explained.has(word)) continue;
    // A word in capitals is none: others in capitals stand beside it, or the report writes it in small letters too.
    if (
      isWord(word.toLowerCase(), whole) ||
      capitalRuns(node.value).some((run) => index >= run.index && index < run.index + run.text.length)
    )
      continue;
    explained.add(word);
    if (isSpeltOut(word, whole.slice(Math.max(0, at - near), at + word.length + near))) continue;
    find(
      'abbr-undef',
      within(node, index, word.length),
      `The abbreviation ${word} is not explained`,
      `Write \`:abbr[${word}]{title="…"}\` once with its full words, or add it to \`lexicon:\` in the front matter.`,
    );
  }
}

function findCandidates(texts: readonly AuditNode<Text>[]): Candidate[] {
  const found: Candidate[] = [];
  let start = 0;
  for (const each of texts) {
    const { node, lang } = each;
    if (capitals.test(node.value) && /^en\b/i.test(lang) && !isInside(each, 'abbreviation'))
      for (const { 0: word, index } of node.value.matchAll(short))
        if (!common.test(word) && !afterNames.test(word)) found.push({ node, index, at: start + index, word });
    start += node.value.length + 1;
  }
  return found;
}

/** Whether the report has a word of four to six small letters. */
function isWord(word: string, whole: string): boolean {
  return /^\p{Ll}{4,6}$/u.test(word) && whole.includes(word) && new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, 'u').test(whole);
}

/**
 * “Long Form (LF)”, “Long Form Centre (LF-Centre)”, “Long Form of Other Form (LF OF)”, “LF (Long Form)” and “LF stands for” explain
 * themselves.
 */
function* selfExplained(whole: string): Generator<string> {
  for (const [, inside] of whole.matchAll(/\((?<=\p{L}['’]?\s+\()\s*(\p{Lu}{2,6}s?(?:[ -]\p{Lu}[\p{L}]{1,9}){0,2})\s*[),]/gu))
    for (const [each] of inside!.matchAll(/\p{Lu}{2,6}/gu)) yield each;
  for (const [, before] of whole.matchAll(/\b(\p{Lu}{2,6})\s+\(\p{Lu}\p{Ll}+ /gu)) yield before!;
  // A flag for capitals of any size would make `\p{Lu}` stand for small letters too.
  for (const [, said] of whole.matchAll(
    /\b(\p{Lu}{2,6})[.,:;]?\s+(?:(?:[Tt]his|[Tt]hat|[Ii]t|[Ww]hich)\s+)?(?:[Mm]eans|[Ss]tands\s+for|[Ii]s\s+short\s+for)\b/gu,
  ))
    yield said!;
}

/** Whether words that begin with its letters stand beside it: “DWP, the Department for Work and Pensions”. */
function isSpeltOut(word: string, around: string): boolean {
  // V8 takes four times as long to make an expression for letters of both sizes.
  const text = around.toLowerCase();
  const letters = [...word.toLowerCase()];
  const initials = new Set(text.match(/(?<!\p{L})\p{L}/gu));
  if (letters.some((letter) => !initials.has(letter))) return false;
  return new RegExp(`(?<!\\p{L})${letters.join(`[\\p{L}’'-]+\\s+${small}`)}[\\p{L}’'-]+`, 'u').test(text);
}
