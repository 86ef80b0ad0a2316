import type { BrailleDocument, BrailleVolume } from '../document.js';
import type { BrfVariant } from '../options.js';
import { asciiToCells, cellsToAscii } from './nabcc.js';

/**
 * Writes volumes as BRF: 7-bit ASCII, one line a line, pages ended as the variant says. No form feed follows the
 * last page, which would emboss an empty one.
 */
export function writeBrf(document: BrailleDocument, volumes: readonly BrailleVolume[], variant: BrfVariant = {}): Uint8Array {
  const end = variant.lineEnd === 'lf' ? '\n' : '\r\n';
  const feed = variant.formFeed ?? 'after-line';
  const pages = volumes.flatMap((volume) => volume.sections.flatMap((section) => section.pages));
  const text = pages
    .map((page, index) => {
      const lines = page.lines.map((line) => cellsToAscii(line.cells.replace(/\u2800+$/, '')));
      while (lines.length > 0 && lines.at(-1) === '') lines.pop();
      const last = index === pages.length - 1;
      if (feed === 'none') {
        while (lines.length < document.rows) lines.push('');
        return lines.map((line) => line + end).join('');
      }
      const body = lines.join(end);
      if (last) return body + end;
      return feed === 'after-text' ? `${body}\f` : `${body}${end}\f`;
    })
    .join('');
  return new TextEncoder().encode(
    variant.lowerCase ? text.toLowerCase().replace(/[@[\\\]^]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 32)) : text,
  );
}

/**
 * Reads BRF of any flavour back into pages of cells.
 *
 * @param rows - lines on a page, for files without form feeds
 */
export function readBrf(bytes: Uint8Array, rows = 25): string[][] {
  const text = new TextDecoder('ascii').decode(bytes);
  const read = (page: string): string[] => {
    const lines = page.split(/\r\n|\n|\r/);
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line) => asciiToCells(line.replace(/ +$/, '')));
  };
  if (text.includes('\f')) return text.split('\f').map(read);
  const lines = read(text);
  const pages: string[][] = [];
  for (let at = 0; at < lines.length; at += rows) pages.push(trimEnd(lines.slice(at, at + rows)));
  return pages;
}

function trimEnd(lines: string[]): string[] {
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}
