import type { Point } from 'unist';

/** Where a line of the document begins. */
export interface LineStart {
  /** Offset in UTF-16 units. */
  offset: number;
  /** Number of the line, counted from 1. */
  line: number;
}

/** Where a line ends, its line feed left out. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The line after one that ends at `end`; at the end of the text, that end. */
export function lineAfter(text: string, end: number, line: number): LineStart {
  return { offset: Math.min(end + 1, text.length), line: end < text.length ? line + 1 : line };
}

/** The place of an offset in a line. */
export function pointIn(offset: number, { offset: from, line }: LineStart): Point {
  return { line, column: offset - from + 1, offset };
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

/** The next line that says something; the end of the text where there is none. */
export function nextWritten(text: string, from: LineStart): LineStart {
  let at = from;
  while (at.offset < text.length && isBlankLine(text, at.offset)) at = lineAfter(text, lineEnd(text, at.offset), at.line);
  return at;
}

/**
 * Whether a line can be nothing but text of a paragraph. Lines that begin with a number and a dot, or with a sign that begins
 * a block or underlines a heading, may be something else.
 */
export function beginsText(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 128) return code !== 0xfeff;
  if ((code | 32) >= 97 && (code | 32) <= 122) return true;
  if (code >= 48 && code <= 57) {
    let end = at + 1;
    while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
    const next = text.charCodeAt(end);
    // “48.6%”, not “48. ”.
    return (next !== 46 && next !== 41) || text.charCodeAt(end + 1) > 32;
  }
  // “**Words**”, not “* item”, and not a line of stars.
  if (code === 42) {
    const next = text.charCodeAt(text.charCodeAt(at + 1) === 42 ? at + 2 : at + 1);
    return next > 32 && next !== 42;
  }
  // Quotation marks, brackets, a pound of money, a picture: “"'($!”; and “[”, whose address is seen to later.
  return code === 34 || code === 39 || code === 40 || code === 36 || code === 33 || code === 91;
}
