import type { List, ListItem } from 'mdast';
import { beginsText, isBlankLine, lineAfter, lineEnd, nextWritten, pointIn, type LineStart } from './lines.js';
import type { SimpleBlock } from './simple-blocks.js';
import { simplePhrasing, type Labels } from './simple-phrasing.js';

/**
 * Reads a list of dashes, or of numbers with a dot, one line an item, with nothing after it that could belong to it;
 * `undefined` where it may be anything else.
 */
export function list(text: string, start: LineStart, labels: Labels): SimpleBlock | undefined {
  const ordered = text.charCodeAt(start.offset) !== 45;
  const items: ListItem[] = [];
  let spread = false;
  let at = start;
  let end: number;
  for (;;) {
    end = lineEnd(text, at.offset);
    const from = markerEnd(text, at.offset, ordered);
    if (from < 0 || !beginsText(text, from)) return undefined;
    // “[ ]” and “[x]” are tasks.
    const children = simplePhrasing(text, from, end, at, labels);
    if (children === undefined) return undefined;
    items.push({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children, position: { start: pointIn(from, at), end: pointIn(end, at) } }],
      position: { start: pointIn(at.offset, at), end: pointIn(end, at) },
    });
    if (!isBlankLine(text, end + 1)) at = { offset: end + 1, line: at.line + 1 };
    else {
      // Items stand apart where a blank line is between two of them (CommonMark 5.3).
      const next = nextWritten(text, lineAfter(text, end, at.line));
      if (markerEnd(text, next.offset, ordered) < 0) {
        if (!endsList(text, next.offset)) return undefined;
        break;
      }
      spread = true;
      at = next;
    }
  }
  const node: List = {
    type: 'list',
    ordered,
    start: ordered ? Number.parseInt(text.slice(start.offset, start.offset + 9), 10) : null,
    spread,
    children: items,
    position: { start: pointIn(start.offset, start), end: pointIn(end, at) },
  };
  return { node, next: lineAfter(text, end, at.line) };
}

/** Where the text of an item begins that has one space after its mark; -1 where none begins so. */
function markerEnd(text: string, at: number, ordered: boolean): number {
  let end = at;
  if (ordered) while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  // A number has nine digits at most (CommonMark 5.2).
  if (ordered && (end === at || end - at > 9)) return -1;
  return text.charCodeAt(end) === (ordered ? 46 : 45) && text.charCodeAt(end + 1) === 32 ? end + 2 : -1;
}

/** Whether what begins at the line, the next that says something, is neither indented nor like an item. */
function endsList(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 35 || code === 124 || code === 58 || code === 62 || beginsText(text, at);
}
