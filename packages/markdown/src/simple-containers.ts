import type { Blockquote, FootnoteDefinition, Paragraph } from 'mdast';
import { beginsText, isBlankLine, lineAfter, lineEnd, nextWritten, pointIn, type LineStart } from './lines.js';
import type { SimpleBlock } from './simple-blocks.js';
import { simplePhrasing, type Labels } from './simple-phrasing.js';

const greater = 62;
const space = 32;

/**
 * Reads a quotation of paragraphs, each line of which begins with `> ` or goes on with the paragraph (CommonMark 5.1);
 * `undefined` where it may be anything else.
 */
export function quotation(text: string, start: LineStart, labels: Labels): SimpleBlock | undefined {
  const children: Paragraph[] = [];
  let at = start;
  // Where the paragraph begins that is being read, and its line.
  let from = -1;
  let first = start;
  for (;;) {
    const end = lineEnd(text, at.offset);
    const marked = text.charCodeAt(at.offset) === greater;
    const isBreak = marked && isBlankLine(text, at.offset + 1);
    if (isBreak) {
      // Paragraphs stand on both sides of it.
      if (from >= 0 || children.length === 0) return undefined;
    } else {
      const begin = marked ? at.offset + 2 : at.offset;
      if (marked ? text.charCodeAt(begin - 1) !== space : from < 0) return undefined;
      if (!beginsText(text, begin)) return undefined;
      if (from < 0) {
        from = begin;
        first = at;
      }
      const blank = isBlankLine(text, end + 1);
      if (blank || (text.charCodeAt(end + 1) === greater && isBlankLine(text, end + 2))) {
        const inside = simplePhrasing(text, from, end, first, labels, true);
        if (inside === undefined) return undefined;
        children.push({ type: 'paragraph', children: inside, position: { start: pointIn(from, first), end: pointIn(end, at) } });
        from = -1;
      }
      if (blank) {
        const position = { start: pointIn(start.offset, start), end: pointIn(end, at) };
        const node: Blockquote = { type: 'blockquote', children, position };
        return { node, next: lineAfter(text, end, at.line) };
      }
    }
    if (end >= text.length) return undefined;
    at = { offset: end + 1, line: at.line + 1 };
  }
}

const noteLabel = /\[\^([A-Za-z0-9-]+)\]: /y;

/** Reads a note of one paragraph, with nothing after it that could belong to it; `undefined` where it may be anything else. */
export function footnoteDefinition(text: string, start: LineStart, labels: Labels): SimpleBlock | undefined {
  noteLabel.lastIndex = start.offset;
  const label = noteLabel.exec(text)?.[1];
  if (label === undefined) return undefined;
  const from = noteLabel.lastIndex;
  let at = start;
  let begin = from;
  for (;;) {
    if (!beginsText(text, begin)) return undefined;
    const end = lineEnd(text, at.offset);
    if (isBlankLine(text, end + 1)) {
      const next = lineAfter(text, end, at.line);
      // What is indented goes on with the note.
      const after = text.charCodeAt(nextWritten(text, next).offset);
      if (after === space || after === 9) return undefined;
      const children = simplePhrasing(text, from, end, start, labels);
      if (children === undefined) return undefined;
      const node: FootnoteDefinition = {
        type: 'footnoteDefinition',
        identifier: label.toLowerCase(),
        label,
        children: [{ type: 'paragraph', children, position: { start: pointIn(from, start), end: pointIn(end, at) } }],
        position: { start: pointIn(start.offset, start), end: pointIn(end, at) },
      };
      return { node, next };
    }
    at = { offset: end + 1, line: at.line + 1 };
    begin = at.offset;
  }
}
