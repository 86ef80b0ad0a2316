import type { AlignType, Paragraph, RootContent, TableCell, TableRow, Yaml } from 'mdast';
import { beginsText, isBlankLine, lineAfter, lineEnd, pointIn, type LineStart } from './lines.js';
import { footnoteDefinition, quotation } from './simple-containers.js';
import { list } from './simple-lists.js';
import { simplePhrasing, type Labels } from './simple-phrasing.js';

/** A block that was read, and the start of the line after it. */
export interface SimpleBlock {
  node: RootContent;
  next: LineStart;
}

/**
 * Reads the block that begins at a line, where no other block is open, if it is front matter, a heading, paragraph, table, list,
 * quotation or note that CommonMark and GFM leave one reading of.
 *
 * The node is the one that the full parser makes of it, positions included; `undefined` where it may be anything else.
 *
 * @param labels - the definitions of the document
 */
export function simpleBlock(text: string, start: LineStart, labels: Labels): SimpleBlock | undefined {
  const code = text.charCodeAt(start.offset);
  if (code === 35) return heading(text, start, labels);
  if (code === 124) return table(text, start, labels);
  if (code === 62) return quotation(text, start, labels);
  if (code === 45) return start.offset === 0 ? frontMatter(text) : list(text, start, labels);
  if (code === 91 && text.charCodeAt(start.offset + 1) === 94) {
    const note = footnoteDefinition(text, start, labels);
    if (note !== undefined) return note;
  }
  if (code >= 48 && code <= 57) {
    const numbered = list(text, start, labels);
    if (numbered !== undefined) return numbered;
  }
  return paragraph(text, start, labels);
}

/** Front matter between two lines of three dashes, a blank line after it. */
function frontMatter(text: string): SimpleBlock | undefined {
  const found = /^---\n([^]*?)\n---(?:\n|$)/.exec(text);
  if (found === null || !isBlankLine(text, found[0].length)) return undefined;
  const [, value] = found;
  const close = 4 + value!.length + 1;
  const line = 1 + text.slice(0, close).split('\n').length - 1;
  const end = { line, column: 4, offset: close + 3 };
  const node: Yaml = { type: 'yaml', value: value!, position: { start: { line: 1, column: 1, offset: 0 }, end } };
  return { node, next: lineAfter(text, close + 3, line) };
}

function heading(text: string, start: LineStart, labels: Labels): SimpleBlock | undefined {
  let at = start.offset;
  while (text.charCodeAt(at) === 35) at += 1;
  const depth = at - start.offset;
  if (depth > 6 || text.charCodeAt(at) !== 32) return undefined;
  const end = lineEnd(text, at);
  const last = text.charCodeAt(end - 1);
  // A sign at the end may close the heading (CommonMark 4.2).
  if (end === at + 1 || last === 35) return undefined;
  const children = simplePhrasing(text, at + 1, end, start, labels);
  if (children === undefined) return undefined;
  const position = { start: pointIn(start.offset, start), end: pointIn(end, start) };
  return { node: { type: 'heading', depth: depth as 1, children, position }, next: lineAfter(text, end, start.line) };
}

function paragraph(text: string, start: LineStart, labels: Labels): SimpleBlock | undefined {
  let at = start.offset;
  let { line } = start;
  for (;;) {
    if (!beginsText(text, at)) return undefined;
    const end = lineEnd(text, at);
    if (isBlankLine(text, end + 1)) {
      const children = simplePhrasing(text, start.offset, end, start, labels);
      if (children === undefined) return undefined;
      const node: Paragraph = {
        type: 'paragraph',
        children,
        position: { start: pointIn(start.offset, start), end: { line, column: end - at + 1, offset: end } },
      };
      return { node, next: lineAfter(text, end, line) };
    }
    at = end + 1;
    line += 1;
  }
}

const delimiterRow = /^\|(?: *:?-+:? *\|)+$/;

function table(text: string, start: LineStart, labels: Labels): SimpleBlock | undefined {
  const headEnd = lineEnd(text, start.offset);
  const ruleStart = headEnd + 1;
  const ruleEnd = lineEnd(text, ruleStart);
  const rule = text.slice(ruleStart, ruleEnd);
  if (!delimiterRow.test(rule)) return undefined;
  const align = rule.slice(1, -1).split('|').map(alignment);
  const head = tableRow(text, start, headEnd, align.length, labels);
  if (head === undefined) return undefined;
  const rows = [head];
  let end = ruleEnd;
  let last: LineStart = { offset: ruleStart, line: start.line + 1 };
  while (!isBlankLine(text, end + 1)) {
    last = { offset: end + 1, line: last.line + 1 };
    end = lineEnd(text, last.offset);
    const row = tableRow(text, last, end, align.length, labels);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  const position = { start: pointIn(start.offset, start), end: pointIn(end, last) };
  return { node: { type: 'table', align, children: rows, position }, next: lineAfter(text, end, last.line) };
}

function alignment(cell: string): AlignType {
  const rule = cell.trim();
  const left = rule.startsWith(':');
  return rule.endsWith(':') ? (left ? 'center' : 'right') : left ? 'left' : null;
}

/** A row that begins and ends with a bar and has one cell for each column. */
function tableRow(text: string, start: LineStart, end: number, columns: number, labels: Labels): TableRow | undefined {
  if (text.charCodeAt(start.offset) !== 124 || end < start.offset + 2 || text.charCodeAt(end - 1) !== 124) return undefined;
  const children: TableCell[] = [];
  let bar = start.offset;
  while (bar < end - 1) {
    const close = text.indexOf('|', bar + 1);
    let from = bar + 1;
    let to = close;
    while (from < to && text.charCodeAt(from) === 32) from += 1;
    while (to > from && text.charCodeAt(to - 1) === 32) to -= 1;
    // An escaped bar, and two bars without a space between them, are left to the full parser.
    if (close === bar + 1 || text.charCodeAt(close - 1) === 92) return undefined;
    const inside = from === to ? [] : simplePhrasing(text, from, to, start, labels);
    if (inside === undefined) return undefined;
    // The bar before a cell is its own, and the last bar of the row is the last cell's.
    const cellEnd = close === end - 1 ? end : close;
    children.push({ type: 'tableCell', children: inside, position: { start: pointIn(bar, start), end: pointIn(cellEnd, start) } });
    bar = close;
  }
  if (children.length !== columns) return undefined;
  return { type: 'tableRow', children, position: { start: pointIn(start.offset, start), end: pointIn(end, start) } };
}
