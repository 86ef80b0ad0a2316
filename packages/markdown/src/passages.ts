import type { RootContent } from 'mdast';
import { rootItem, type RootItem } from './root-item.js';
import { isBlankLine, lineAfter, lineEnd, type LineStart } from './lines.js';
import { simpleBlock } from './simple-blocks.js';
import type { Labels } from './simple-phrasing.js';

/** What the full parser is to read. */
export interface TextPassage {
  kind: 'text';
  start: LineStart;
  end: number;
  /** Where it ends inside a list: how the item of that list begins with which the next passage begins. */
  openList?: string;
}

/** A stretch of a document that is read by itself. */
export type Passage =
  /** Blocks that were read at once. */
  | { kind: 'blocks'; blocks: RootContent[] }
  | TextPassage
  /** The rest of a document in which it cannot be said for certain where a block ends. */
  | { kind: 'unsure'; start: LineStart };

/**
 * Longer passages are cut where that is safe: up to some 7,000 characters the full parser's time grows with the text, beyond it
 * faster. In UTF-16 units.
 */
export const longPassage = 4_000;

/** The full parser's time grows with the square of the items of a list, however short: lists are cut so many times as often. */
const listCuts = 4;

/** The full parser takes as long to begin as to read this many characters: for fewer plain ones it is not stopped. */
const shortStretch = 300;

/**
 * Cuts a document where no block is open: every passage can be read without the others. Blocks that have one reading only are
 * read here; the others are left to the full parser.
 *
 * @param long - length of a passage from which on it is cut wherever that is safe
 * @param labels - the definitions of the document
 */
export function* passagesOf(text: string, long = longPassage, labels: Labels = new Set()): Generator<Passage> {
  let blocks: RootContent[] = [];
  let at: LineStart = { offset: 0, line: 1 };
  let openList: string | undefined;
  while (at.offset < text.length) {
    if (isBlankLine(text, at.offset)) {
      at = nextLine(text, at);
      continue;
    }
    const simple = openList === undefined ? simpleBlock(text, at, labels) : undefined;
    if (simple !== undefined) {
      blocks.push(simple.node);
      at = simple.next;
      continue;
    }
    if (blocks.length > 0) yield { kind: 'blocks', blocks };
    blocks = [];
    const end = passageEnd(text, at, long, labels);
    if (end === undefined) {
      yield { kind: 'unsure', start: at };
      return;
    }
    openList = end.openList;
    yield { kind: 'text', start: at, end: end.at.offset, ...(openList === undefined ? {} : { openList }) };
    at = end.at;
  }
  if (blocks.length > 0) yield { kind: 'blocks', blocks };
}

const nextLine = (text: string, at: LineStart): LineStart => lineAfter(text, lineEnd(text, at.offset), at.line);

/** A block that goes on over blank lines, until a line that ends it. */
type OpenBlock = (line: string) => boolean;

/** Where a passage ends, and the marker of the list that is cut there. */
interface PassageEnd {
  at: LineStart;
  openList?: string;
}

/**
 * Finds the first line after `start` at which no block can be open and a simple block begins, or, in a long passage, an item of a
 * list that is no part of another block; `undefined` where that cannot be told.
 */
function passageEnd(text: string, start: LineStart, long: number, labels: Labels): PassageEnd | undefined {
  let at = start;
  let ends: OpenBlock | undefined = start.offset === 0 ? frontMatter(text) : undefined;
  let blank = false;
  // Inside a list or note an indented line may belong to it, or be a block of its own.
  let inList = false;
  let item: RootItem | undefined;
  // The full parser takes some lists after indented code for text: they stay with it.
  let inCode = false;
  while (at.offset < text.length) {
    const end = lineEnd(text, at.offset);
    if (ends === undefined && blank && isBoundary(text, at, at.offset - start.offset >= long, inList || inCode, labels)) return { at };
    const line = text.slice(at.offset, end);
    const empty = isBlankLine(line, 0);
    if (ends !== undefined) {
      if (ends(line)) ends = undefined;
    } else if (!empty && !(item !== undefined && indentOf(line) >= item.content)) {
      const next = item !== undefined || blank || at === start ? rootItem(line) : undefined;
      if (next !== undefined && at.offset - start.offset >= long / listCuts) {
        if (next.kind === item?.kind) return { at, openList: next.marker };
        if (blank && !inList && !inCode) return { at };
      }
      const indent = indentOf(line);
      if (blank && (indent === 0 || item !== undefined)) inList = false;
      item = next;
      if (/^ {0,3}(?:[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|\[\^)/.test(line)) inList = true;
      else if (indent < 4) {
        const opened = openedBy(line.slice(indent));
        if (opened === 'unsure' || (opened !== undefined && indent > 0 && inList)) return undefined;
        ends = opened;
      }
    }
    blank = empty && ends === undefined;
    if (!empty) inCode = indentOf(line) >= 4;
    at = nextLine(text, at);
  }
  return { at };
}

/** @param open - whether a list, note or indented code may be open, and go on with what is like it */
function isBoundary(text: string, at: LineStart, isLong: boolean, open: boolean, labels: Labels): boolean {
  if (isBlankLine(text, at.offset)) return false;
  // An item may go on with a list; a quotation ends the code that one leaves open otherwise than text does.
  if (open && /^(?:[->]|\d{1,9}[.)]|\[\^)/.test(text.slice(at.offset, at.offset + 12))) return false;
  if (isStretch(text, at, isLong ? 1 : shortStretch, labels)) return true;
  // After a blank line a quotation is a new one (CommonMark 5.1).
  return isLong && /^(?:#{1,6} |\p{L}|>)/u.test(text.slice(at.offset, Math.min(lineEnd(text, at.offset), at.offset + 8)));
}

/** Whether simple blocks go on for so many characters, or to the end. */
function isStretch(text: string, start: LineStart, length: number, labels: Labels): boolean {
  let at = start;
  while (at.offset < text.length && at.offset - start.offset < length) {
    if (isBlankLine(text, at.offset)) {
      at = nextLine(text, at);
      continue;
    }
    const simple = simpleBlock(text, at, labels);
    if (simple === undefined) return false;
    at = simple.next;
  }
  return true;
}

/** Columns of white space before the first sign; a tab is at least four in sum. */
function indentOf(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) === 32) at += 1;
  return line.charCodeAt(at) === 9 ? 4 : at;
}

/** Front matter goes on to the next line of three dashes. */
function frontMatter(text: string): OpenBlock | undefined {
  if (!/^---[ \t]*\n/.test(text) || !/\n---[ \t]*(?:\n|$)/.test(text)) return undefined;
  let first = true;
  return (line) => {
    if (first) {
      first = false;
      return false;
    }
    return /^---[ \t]*$/.test(line);
  };
}

const attribute = /(?:[#.][\w-]+|[A-Za-z][\w-]*(?:=(?:"[^"{}]*"|'[^'{}]*'|[\w%/#.-]+))?)/.source;
const container = new RegExp(`^:{3,}[A-Za-z][A-Za-z0-9]*(?:\\[[^\\[\\]\\\\]*\\])?(?:\\{ *(?:${attribute}(?: +|(?=\\})))*\\})?[ \\t]*$`);

/** What begins at a line and goes on over blank lines: fenced code, a directive, raw HTML, a comment. */
function openedBy(line: string): OpenBlock | 'unsure' | undefined {
  const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
  if (fence) {
    const marks = fence[1] ?? fence[2]!;
    const closing = new RegExp(`^ {0,3}${marks[0]!}{${marks.length},}[ \\t]*$`);
    return (next) => closing.test(next);
  }
  if (/^:{3,}[A-Za-z]/.test(line)) {
    if (!container.test(line)) return 'unsure';
    // The first closing fence that is as long ends it, whatever stands inside.
    const closing = new RegExp(`^ {0,3}:{${/^:+/.exec(line)![0].length},}[ \\t]*$`);
    return (next) => closing.test(next);
  }
  if (line.startsWith('<!--')) {
    const rest = line.slice(4);
    return /^-?>/.test(rest) || rest.includes('-->') ? undefined : (next) => next.includes('-->');
  }
  if (/^<[!?]/.test(line)) return 'unsure';
  if (/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i.test(line)) {
    const closing = /<\/(?:script|pre|style|textarea)>/i;
    return closing.test(line) ? undefined : (next) => closing.test(next);
  }
  return undefined;
}
