import { fold } from './fold.js';

/**
 * Whether an entry of a list of contents names a heading. A list has the words of the heading alone; in the text an edition may
 * add to them: the long form of an abbreviation, or that words are deleted.
 */
export function namesHeading(entry: string, heading: string): boolean {
  // In Braille a blank is a cell too.
  const [short, long] = [entry, heading].map((text) => fold(text.replaceAll('\u2800', ' '))) as [string, string];
  if (short === long) return true;
  const wanted = short.split(' ');
  const words = long.replace(/[()]/g, ' ').split(/\s+/);
  let at = 0;
  for (const word of words) if (word === wanted[at]) at += 1;
  return at === wanted.length && wanted.length * 3 >= words.length;
}
