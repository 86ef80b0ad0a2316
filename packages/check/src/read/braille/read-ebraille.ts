import type { Outline } from '../../outline/outline.js';
import { readPublication } from '../epub/read-epub.js';
import { pageNumberIn } from './cells.js';

/** Reads eBraille 1.0: built as an EPUB, with cells for words. Its structure is kept as items, whose texts are cells. */
export function readEbraille(bytes: Uint8Array): Outline {
  const outline = readPublication(bytes, 'ebrl');
  const blocks = outline.items.flatMap((item) =>
    item.kind === 'text' || item.kind === 'heading' || item.kind === 'note' ? [item.text] : [],
  );
  const printPages = outline.items.flatMap((item) => (item.kind === 'page' ? [pageNumberIn(item.label) ?? []].flat() : []));
  return { ...outline, braille: { blocks: blocks.map((block) => block.replaceAll(' ', '\u2800')), printPages } };
}
