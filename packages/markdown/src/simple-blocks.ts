import type { AlignType, List, ListItem, Paragraph, RootContent, TableCell, TableRow } from 'mdast';
import type { Point } from 'unist';
import { simplePhrasing, type LineStart } from './simple-phrasing.js';

/** A block that was read, and the start of the line after it. */
export interface SimpleBlock {
  node: RootContent;
  next: LineStart;
}

/**
 * Reads the block that begins at a line, where no other block is open, if it is a heading, paragraph, table or tight
 * list that CommonMark and GFM leave one reading of.
 *
 * The node is the one that the full parser makes of it, positions included; `undefined` where it may be anything else.
 */
export function simpleBlock(text: string, start: LineStart): SimpleBlock | undefined {
  const code = text.charCodeAt(start.offset);
  if (code === 35) return heading(text, start);
  if (code === 124) return table(text, start);
  if (code === 45 && text.charCodeAt(start.offset + 1) === 32) return list(text, start);
  return paragraph(text, start);
}

/** Where a line ends, its line feed left out. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function after(text: string, end: number, line: number): LineStart {
  return { offset: Math.min(end + 1, text.length), line: end < text.length ? line + 1 : line };
}

function point(offset: number, start: LineStart): Point {
  return { line: start.line, column: offset - start.offset + 1, offset };
}

function heading(text: string, start: LineStart): SimpleBlock | undefined {
  let at = start.offset;
  while (text.charCodeAt(at) === 35) at += 1;
  const depth = at - start.offset;
  if (depth > 6 || text.charCodeAt(at) !== 32) return undefined;
  const end = lineEnd(text, at);
  const last = text.charCodeAt(end - 1);
  // A sign at the end may close the heading (CommonMark 4.2).
  if (end === at + 1 || last === 35) return undefined;
  const children = simplePhrasing(text, at + 1, end, start);
  if (children === undefined) return undefined;
  const position = { start: point(start.offset, start), end: point(end, start) };
  return { node: { type: 'heading', depth: depth as 1, children, position }, next: after(text, end, start.line) };
}

/**
 * Whether a line can be nothing but text of a paragraph. Lines that begin with digits and a dot, or with a sign that begins
 * a block or underlines a heading, may be something else.
 */
function beginsText(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 128) return code !== 0xfeff;
  if ((code | 32) >= 97 && (code | 32) <= 122) return true;
  if (code >= 48 && code <= 57) {
    let end = at + 1;
    while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
    const next = text.charCodeAt(end);
    return next !== 46 && next !== 41;
  }
  // “**Words**”, not “* item”, and not a line of stars.
  if (code === 42) {
    const next = text.charCodeAt(text.charCodeAt(at + 1) === 42 ? at + 2 : at + 1);
    return next > 32 && next !== 42;
  }
  // Quotation marks, brackets, a pound of money: “"'($”; and “[”, whose address is seen to later.
  return code === 34 || code === 39 || code === 40 || code === 36 || code === 91;
}

function paragraph(text: string, start: LineStart): SimpleBlock | undefined {
  let at = start.offset;
  let { line } = start;
  for (;;) {
    if (!beginsText(text, at)) return undefined;
    const end = lineEnd(text, at);
    if (isBlankLine(text, end + 1)) {
      const children = simplePhrasing(text, start.offset, end, start);
      if (children === undefined) return undefined;
      const node: Paragraph = {
        type: 'paragraph',
        children,
        position: { start: point(start.offset, start), end: { line, column: end - at + 1, offset: end } },
      };
      return { node, next: after(text, end, line) };
    }
    at = end + 1;
    line += 1;
  }
}

/** Whether nothing but spaces stands in the line that begins at `at`, or the text ends there. */
export function isBlankLine(text: string, at: number): boolean {
  for (let each = at; each < text.length; each += 1) {
    const code = text.charCodeAt(each);
    if (code === 10) return true;
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

const delimiterRow = /^\|(?: *:?-+:? *\|)+$/;

function table(text: string, start: LineStart): SimpleBlock | undefined {
  const headEnd = lineEnd(text, start.offset);
  const ruleStart = headEnd + 1;
  const ruleEnd = lineEnd(text, ruleStart);
  const rule = text.slice(ruleStart, ruleEnd);
  if (!delimiterRow.test(rule)) return undefined;
  const align = rule.slice(1, -1).split('|').map(alignment);
  const head = tableRow(text, start, headEnd, align.length);
  if (head === undefined) return undefined;
  const rows = [head];
  let end = ruleEnd;
  let last: LineStart = { offset: ruleStart, line: start.line + 1 };
  while (!isBlankLine(text, end + 1)) {
    last = { offset: end + 1, line: last.line + 1 };
    end = lineEnd(text, last.offset);
    const row = tableRow(text, last, end, align.length);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  const position = { start: point(start.offset, start), end: point(end, last) };
  return { node: { type: 'table', align, children: rows, position }, next: after(text, end, last.line) };
}

function alignment(cell: string): AlignType {
  const rule = cell.trim();
  const left = rule.startsWith(':');
  return rule.endsWith(':') ? (left ? 'center' : 'right') : left ? 'left' : null;
}

/** A row that begins and ends with a bar and has one cell for each column. */
function tableRow(text: string, start: LineStart, end: number, columns: number): TableRow | undefined {
  if (text.charCodeAt(start.offset) !== 124 || end < start.offset + 2 || text.charCodeAt(end - 1) !== 124) return undefined;
  const children: TableCell[] = [];
  let bar = start.offset;
  while (bar < end - 1) {
    const close = text.indexOf('|', bar + 1);
    let from = bar + 1;
    let to = close;
    while (from < to && text.charCodeAt(from) === 32) from += 1;
    while (to > from && text.charCodeAt(to - 1) === 32) to -= 1;
    // An escaped bar, and a cell of nothing, are left to the full parser.
    if (from === to || text.charCodeAt(close - 1) === 92) return undefined;
    const inside = simplePhrasing(text, from, to, start);
    if (inside === undefined) return undefined;
    // The bar before a cell is its own, and the last bar of the row is the last cell's.
    const cellEnd = close === end - 1 ? end : close;
    children.push({ type: 'tableCell', children: inside, position: { start: point(bar, start), end: point(cellEnd, start) } });
    bar = close;
  }
  if (children.length !== columns) return undefined;
  return { type: 'tableRow', children, position: { start: point(start.offset, start), end: point(end, start) } };
}

/** A list of dashes, one line an item, with nothing after it that could belong to it. */
function list(text: string, start: LineStart): SimpleBlock | undefined {
  const items: ListItem[] = [];
  let at = start;
  let end: number;
  for (;;) {
    end = lineEnd(text, at.offset);
    const from = at.offset + 2;
    if (text.charCodeAt(at.offset) !== 45 || text.charCodeAt(at.offset + 1) !== 32 || !beginsText(text, from)) return undefined;
    // “[ ]” and “[x]” are tasks.
    const children = simplePhrasing(text, from, end, at);
    if (children === undefined) return undefined;
    items.push({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children, position: { start: point(from, at), end: point(end, at) } }],
      position: { start: point(at.offset, at), end: point(end, at) },
    });
    if (isBlankLine(text, end + 1)) break;
    at = { offset: end + 1, line: at.line + 1 };
  }
  if (!endsList(text, end + 1)) return undefined;
  const node: List = {
    type: 'list',
    ordered: false,
    start: null,
    spread: false,
    children: items,
    position: { start: point(start.offset, start), end: point(end, at) },
  };
  return { node, next: after(text, end, at.line) };
}

/** Whether the next line that says something begins neither with a space nor like an item. */
function endsList(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && isBlankLine(text, at)) at = lineEnd(text, at) + 1;
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 35 || code === 124 || code === 58 || beginsText(text, at);
}
