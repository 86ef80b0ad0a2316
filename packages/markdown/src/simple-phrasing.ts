import type { PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';
import { foldLabel } from './chunks.js';
import { pointIn, type LineStart } from './lines.js';

/** The folded labels of what the document defines. */
export type Labels = Pick<ReadonlySet<string>, 'has'>;

const plain = 0;
const refused = 1;
const asked = 2;

/** What a character may mean inside a line: nothing, something that only the full parser knows, or it depends on its neighbours. */
const meaning = new Uint8Array(128);
for (const character of '\\<~@_]\t') meaning[character.charCodeAt(0)] = refused;
for (const character of '\n*[`!&:.') meaning[character.charCodeAt(0)] = asked;

const newline = 10;
const space = 32;
const star = 42;
const openBracket = 91;
const closeBracket = 93;
const backtick = 96;

/** Addresses without a sign that Markdown, or its literal links, could read otherwise; and a title that means what it says. */
const plainTarget = /([\w/#.?=%+,;:~@$'-]+)(?: "((?:[^"\\&\n]|& )+)")?\)/y;

/** An address of mail that stands as the text of a link: there it is no link of its own. */
const mail = /[A-Za-z0-9.-]+@[A-Za-z0-9.-]+(?=\]\()/y;

/** What refers to a note. */
const noteMark = /\[\^([A-Za-z0-9-]+)\](?![([:])/y;

/**
 * Reads the text of a line or paragraph that holds nothing but words, `*emphasis*`, `**strong**`, `` `code` ``,
 * `[text](address "title")`, `![text](address "title")` and `[^note]`, each written so that CommonMark (6.1–6.4) and GFM (6.9) leave
 * one reading only.
 *
 * The tree is the one that the full parser makes of it, positions included; `undefined` where anything stands in the
 * text that could mean more.
 *
 * @param start - where the line begins in which `from` stands
 * @param labels - the definitions of the document
 * @param quoted - whether lines may begin with the mark of a quotation and a space, which are left out
 */
export function simplePhrasing(
  text: string,
  from: number,
  to: number,
  start: LineStart,
  labels: Labels,
  quoted = false,
): PhrasingContent[] | undefined {
  if (text.charCodeAt(to - 1) === space || text.charCodeAt(from) === space) return undefined;
  const words = wordsEnd(text, from, to);
  if (words === to) {
    return [textNode(text.slice(from, to), pointIn(from, start), pointIn(to, start))];
  }
  const nodes: PhrasingContent[] = [];
  let { offset: lineOffset, line } = start;
  const pointAt = (offset: number): Point => ({ line, column: offset - lineOffset + 1, offset });
  let into = nodes;
  let openMarks = 0;
  let openStart: Point | undefined;
  let textFrom = from;
  let textStart = pointAt(from);
  const endText = (end: number): void => {
    if (end === textFrom) return;
    const value = text.slice(textFrom, end);
    // The mark of a quotation before what ends the text is no part of it.
    const last = quoted && value.endsWith('\n> ') ? end - 2 : end;
    into.push(textNode(quoted ? value.replaceAll('\n> ', '\n') : value, textStart, pointAt(last)));
  };
  let at = words;
  while (at < to) {
    const code = text.charCodeAt(at);
    const means = code < 128 ? meaning[code] : plain;
    if (means === plain) {
      at += 1;
      continue;
    }
    if (means === refused) return undefined;
    if (code === newline) {
      // Spaces there would be a break, or be cut off.
      if (text.charCodeAt(at - 1) === space || text.charCodeAt(at + 1) === space) return undefined;
      at += 1;
      line += 1;
      lineOffset = at;
      if (quoted && text.startsWith('> ', at)) at += 2;
    } else if (code === star) {
      const marks = text.charCodeAt(at + 1) === star ? 2 : 1;
      const after = at + marks;
      if (text.charCodeAt(after) === star) return undefined;
      if (openMarks === 0) {
        if (!opens(text, at, after, from, to)) return undefined;
        endText(at);
        openMarks = marks;
        openStart = pointAt(at);
        into = [];
      } else {
        if (marks !== openMarks || !closes(text, at, after, to)) return undefined;
        endText(at);
        const position = { start: openStart!, end: pointAt(after) };
        nodes.push({ type: marks === 2 ? 'strong' : 'emphasis', children: into, position });
        into = nodes;
        openMarks = 0;
      }
      at = after;
      textFrom = at;
      textStart = pointAt(at);
    } else if (code === openBracket || (code === 33 && text.charCodeAt(at + 1) === openBracket)) {
      const read = bracket(text, at, to, pointAt, labels);
      if (read === undefined) return undefined;
      endText(at);
      into.push(read.node);
      at = read.end;
      textFrom = at;
      textStart = pointAt(at);
    } else if (code === backtick) {
      const close = text.indexOf('`', at + 1);
      if (close <= at + 1 || close >= to || text.charCodeAt(close + 1) === backtick) return undefined;
      const value = text.slice(at + 1, close);
      if (value.startsWith(' ') || value.endsWith(' ') || value.includes('\n')) return undefined;
      endText(at);
      into.push({ type: 'inlineCode', value, position: { start: pointAt(at), end: pointAt(close + 1) } });
      at = close + 1;
      textFrom = at;
      textStart = pointAt(at);
    } else {
      if (!isPlainSign(text, at, code)) return undefined;
      at += 1;
    }
  }
  if (openMarks > 0) return undefined;
  endText(to);
  return nodes;
}

/** A link, a picture or the mark of a note that begins with a bracket at `at`, or a sign before it. */
function bracket(
  text: string,
  at: number,
  to: number,
  pointAt: (offset: number) => Point,
  labels: Labels,
): { node: PhrasingContent; end: number } | undefined {
  const isImage = text.charCodeAt(at) !== openBracket;
  const from = isImage ? at + 2 : at + 1;
  if (text.charCodeAt(from) === 94) {
    noteMark.lastIndex = at;
    const label = isImage ? undefined : noteMark.exec(text)?.[1];
    if (label === undefined || noteMark.lastIndex > to || !labels.has(foldLabel(`^${label}`))) return undefined;
    const end = noteMark.lastIndex;
    const position = { start: pointAt(at), end: pointAt(end) };
    return { node: { type: 'footnoteReference', identifier: label.toLowerCase(), label, position }, end };
  }
  const close = plainLabelEnd(text, from, to);
  if (close < 0) return undefined;
  plainTarget.lastIndex = close + 2;
  const target = plainTarget.exec(text);
  if (target === null || plainTarget.lastIndex > to) return undefined;
  const end = plainTarget.lastIndex;
  const [, url, title = null] = target;
  const label = text.slice(from, close);
  const position = { start: pointAt(at), end: pointAt(end) };
  if (isImage) return { node: { type: 'image', title, url: url!, alt: label, position }, end };
  return { node: { type: 'link', title, url: url!, children: [textNode(label, pointAt(from), pointAt(close))], position }, end };
}

/** Where the first sign stands that may not be itself, or a line feed; most lines and cells have none. */
function wordsEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const means = code < 128 ? meaning[code] : plain;
    if (means === plain) continue;
    if (means === refused || !isSign(code) || !isPlainSign(text, at, code)) return at;
  }
  return to;
}

function textNode(value: string, start: Point, end: Point): Text {
  return { type: 'text', value, position: { start, end } };
}

const isSign = (code: number): boolean => code === 33 || code === 38 || code === 46 || code === 58;

/** Whether `!`, `&`, `:` or `.` stands for itself. */
function isPlainSign(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case 33: // “!”, which begins an image before a bracket.
      return next !== openBracket;
    case 38: // “&”, which begins a character reference before a letter or “#”.
      return next === space;
    case 58: // “:”, which begins a directive before a letter, and ends the protocol of a literal link before “/”.
      return !(next === 47 || next === 58 || isAsciiLetter(next));
    default: // “.”, which follows “www” in a literal link.
      return (text.charCodeAt(at - 1) | 32) !== 119 || (text.charCodeAt(at - 2) | 32) !== 119;
  }
}

/** The closing bracket of a label that holds nothing but plain text on one line and stands before a parenthesis; -1 if there is none. */
function plainLabelEnd(text: string, from: number, to: number): number {
  if (text.charCodeAt(from) === 94 || text.charCodeAt(from) === space) return -1;
  mail.lastIndex = from;
  if (mail.test(text)) return mail.lastIndex;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === closeBracket) {
      return at > from && text.charCodeAt(at + 1) === 40 && text.charCodeAt(at - 1) !== space ? at : -1;
    }
    if (code >= 128 || meaning[code] === plain) continue;
    if (meaning[code] === refused || code === newline || code === star || code === openBracket || code === backtick) return -1;
    if (!isPlainSign(text, at, code)) return -1;
  }
  return -1;
}

/**
 * Whether marks at `at` can open emphasis, whatever stands before and after what is known (CommonMark 6.2, left-flanking). Where none
 * is open, it does not matter that they could close it too.
 */
function opens(text: string, at: number, after: number, from: number, to: number): boolean {
  return after < to && isWritten(text, after) && (at === from || endsWord(text.charCodeAt(at - 1)));
}

/** Whether marks at `at` can close emphasis, in the same way (right-flanking). Where it is open, it does not matter that they could open more. */
function closes(text: string, at: number, after: number, to: number): boolean {
  return isWritten(text, at - 1) && (after === to || endsWord(text.charCodeAt(after)));
}

/** Whether a character is no white space. */
const isWritten = (text: string, at: number): boolean =>
  text.charCodeAt(at) < 128 ? text.charCodeAt(at) > space : !/\s/.test(text.charAt(at));

/** Whether a character is certain to be a space or a sign of punctuation: one of ASCII, or a dash, quotation mark, dagger or dots. */
const endsWord = (code: number): boolean => isBlank(code) || isAsciiPunctuation(code) || (code >= 0x2010 && code <= 0x2027);

const isBlank = (code: number): boolean => code === space || code === newline;
const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isAsciiWord = (code: number): boolean => isAsciiLetter(code) || (code >= 48 && code <= 57);
const isAsciiPunctuation = (code: number): boolean => code > 32 && code < 127 && !isAsciiWord(code);
