import { excerpt } from '../outline/fold.js';
import { itemsOf, type ContactItem, type Outline } from '../outline/outline.js';
import { BrailleWords, type BrailleEngine } from './braille-words.js';
import { address } from './marks.js';
import { findWords, wordStream } from './words.js';
import type { Say } from './report-difference.js';

/** How to ask for another format: who holds but one edition, and can't read it, finds there whom to ask. */
export function compareContact(contact: ContactItem, edition: Outline, say: Say): void {
  const text = wordStream(edition);
  let at = 0;
  for (const piece of contact.pieces) {
    const found = findWords(text, piece, at);
    if (found < 0) say('read-back-contact', `the words “${excerpt(piece)}” of how to ask for another format are missing or changed`);
    else at = found;
  }
  if (edition.lacks?.includes('link')) return;
  for (const { text, href } of contact.links) {
    const links = itemsOf(edition, 'link').filter((link) => address(link.href) === address(href));
    if (!links.some((link) => link.text.includes(text)))
      say('read-back-contact', `no link “${excerpt(text)}” to ${href} says how to ask for another format`);
  }
}

/** The same of Braille, where an address is its words. */
export function compareBrailleContact(contact: ContactItem, cells: readonly string[], engine: BrailleEngine, say: Say): void {
  const words = new BrailleWords(cells, engine);
  for (const piece of contact.pieces)
    if (!words.hasTogether(piece))
      say('read-back-contact', `the words “${excerpt(piece)}” of how to ask for another format are missing or changed`);
}
