import type { BrailleDocument } from '../document.js';
import { allPages } from '../document.js';
import { blankCell } from '../text/braille-text.js';

/** Writes Unicode Braille text: UTF-8, LF, a form feed between pages, blanks as U+2800, none at line ends. */
export function writeUnicodeBraille(document: BrailleDocument): Uint8Array {
  const text = allPages(document)
    .map((page) => page.lines.map((line) => line.cells.replaceAll(' ', blankCell).replace(/\u2800+$/, '')).join('\n'))
    .join('\n\f');
  return new TextEncoder().encode(`${text}\n`);
}
