import { blankCell, type BrailleText } from '../text/braille-text.js';
import { signs } from '../text/signs.js';
import type { Line } from './blocks.js';

/** What one line took of a text. */
export interface Taken {
  line: Line;
  /** Offset of the first cell that is left; the text's length when all is laid. */
  next: number;
  /** Whether a word had to be cut. */
  cut: boolean;
  /** Whether the continuation sign was needed for it. */
  continued?: boolean;
}

/**
 * Takes as many whole words as fit. A word longer than `full`, the widest line there is, is cut: after a slash or a hyphen of print where
 * one is near, else after a stop or anywhere with the continuation sign (UEB 10.13.11): without it a stop would end a sentence there.
 */
export function takeLine(text: BrailleText, from: number, width: number, indent: number, full: number): Taken {
  const { cells } = text;
  let start = from;
  while (start < cells.length && cells[start] === blankCell) start += 1;
  const room = width - indent;
  if (cells.length - start <= room) return made(text, start, cells.length, indent, false, '');
  let end = start + Math.max(room, 0);
  if (cells[end] !== blankCell) {
    while (end > start && cells[end - 1] !== blankCell) end -= 1;
  }
  if (end > start) return made(text, start, end, indent, false, '');
  // Looks no further than the widest line: a word of a million cells must not be searched to its end for each line of it.
  if (cells.length - start <= full || cells.slice(start, start + full + 1).includes(blankCell))
    return { line: { cells: '', print: '' }, next: start, cut: false };
  return cutWord(text, start, room, indent);
}

function cutWord(text: BrailleText, start: number, room: number, indent: number): Taken {
  const width = Math.max(room, 2);
  for (let end = start + width; end > start + Math.max(1, width / 3); end -= 1) {
    const before = text.print[text.source[end - 1] ?? 0];
    if (text.source[end] === text.source[end - 1] || before === undefined) continue;
    if (/[/\-–]/.test(before)) return made(text, start, end, indent, true, '');
    if (/[.@]/.test(before) && end < start + width) return made(text, start, end, indent, true, signs.continuation);
  }
  let end = start + width - 1;
  // A sign of several cells for one character stays whole where it can.
  while (end > start + width / 2 && text.source[end] === text.source[end - 1]) end -= 1;
  return made(text, start, end, indent, true, signs.continuation);
}

function made(text: BrailleText, start: number, end: number, indent: number, cut: boolean, tail: string): Taken {
  let stop = end;
  while (stop > start && text.cells[stop - 1] === blankCell) stop -= 1;
  let next = end;
  while (next < text.cells.length && text.cells[next] === blankCell) next += 1;
  const body = text.cells.slice(start, stop);
  const from = text.source[start] ?? 0;
  const to = next < text.cells.length ? (text.source[next] ?? text.print.length) : text.print.length;
  const print = text.print
    .slice(start === 0 ? 0 : from, Math.max(from, to))
    .replace(/\s+/g, ' ')
    .trim();
  return { line: { cells: body === '' ? '' : blankCell.repeat(indent) + body + tail, print }, next, cut, continued: tail !== '' };
}

/** Lays a text out at one width. */
export function wrapText(text: BrailleText, width: number, first: number, rest: number): Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at < text.cells.length) {
    const taken = takeLine(text, at, width, lines.length === 0 ? first : rest, width - rest);
    if (taken.next === at && taken.line.cells === '') {
      // A word that fits a runover but not the deeper first line.
      const again = takeLine(text, at, width, rest, width - rest);
      lines.push(again.line);
      at = again.next;
    } else {
      lines.push(taken.line);
      at = taken.next;
    }
  }
  return lines.filter((line) => line.cells !== '');
}

/** Puts a line in the middle. */
export function centre(line: Line, width: number): Line {
  const bare = line.cells.replace(/^\u2800+/, '');
  return { cells: blankCell.repeat(Math.max(0, Math.floor((width - bare.length) / 2))) + bare, print: line.print };
}
