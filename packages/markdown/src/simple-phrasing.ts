import type { PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';

/** Where a line of the document begins. */
export interface LineStart {
  /** Offset in UTF-16 units. */
  offset: number;
  /** Number of the line, counted from 1. */
  line: number;
}

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

/** Addresses without a sign that Markdown, or its literal links, could read otherwise. */
const plainUrl = /[A-Za-z0-9/#.?=%+,;:~@$'-]+\)/y;

/**
 * Reads the text of a line or paragraph that holds nothing but words, `*emphasis*`, `**strong**`, `` `code` `` and
 * `[text](address)`, each written so that CommonMark (6.1–6.4) and GFM (6.9) leave one reading only.
 *
 * The tree is the one that the full parser makes of it, positions included; `undefined` where anything stands in the
 * text that could mean more.
 *
 * @param start - where the line begins in which `from` stands
 */
export function simplePhrasing(text: string, from: number, to: number, start: LineStart): PhrasingContent[] | undefined {
  if (text.charCodeAt(to - 1) === space || text.charCodeAt(from) === space) return undefined;
  const words = wordsEnd(text, from, to);
  if (words === to) {
    const { line, offset } = start;
    const position = { start: { line, column: from - offset + 1, offset: from }, end: { line, column: to - offset + 1, offset: to } };
    return [{ type: 'text', value: text.slice(from, to), position }];
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
    if (end > textFrom) into.push(textNode(text.slice(textFrom, end), textStart, pointAt(end)));
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
    } else if (code === openBracket) {
      const close = plainLabelEnd(text, at + 1, to);
      if (close < 0) return undefined;
      plainUrl.lastIndex = close + 2;
      if (!plainUrl.test(text) || plainUrl.lastIndex > to) return undefined;
      const end = plainUrl.lastIndex;
      endText(at);
      into.push({
        type: 'link',
        title: null,
        url: text.slice(close + 2, end - 1),
        children: [textNode(text.slice(at + 1, close), pointAt(at + 1), pointAt(close))],
        position: { start: pointAt(at), end: pointAt(end) },
      });
      at = end;
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

/** Whether marks at `at` can open emphasis and cannot close it (CommonMark 6.2: left-flanking and not right-flanking). */
function opens(text: string, at: number, after: number, from: number, to: number): boolean {
  if (after >= to) return false;
  const next = text.charCodeAt(after);
  if (at === from || isBlank(text.charCodeAt(at - 1))) return next > space && next < 128;
  return isAsciiPunctuation(text.charCodeAt(at - 1)) && isAsciiWord(next);
}

/** Whether marks at `at` can close emphasis and cannot open it. */
function closes(text: string, at: number, after: number, to: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (after === to || isBlank(text.charCodeAt(after))) return before > space && before < 128;
  return isAsciiPunctuation(text.charCodeAt(after)) && isAsciiWord(before);
}

const isBlank = (code: number): boolean => code === space || code === newline;
const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isAsciiWord = (code: number): boolean => isAsciiLetter(code) || (code >= 48 && code <= 57);
const isAsciiPunctuation = (code: number): boolean => code > 32 && code < 127 && !isAsciiWord(code);
