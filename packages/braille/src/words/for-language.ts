import type { BrailleWords } from './braille-words.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { irish } from './irish.js';
import { italian } from './italian.js';
import { polish } from './polish.js';
import { spanish } from './spanish.js';
import { welsh } from './welsh.js';

const known: readonly BrailleWords[] = [english, welsh, french, german, irish, spanish, italian, polish];

/** The transcriber’s words in the language of a report; English, its `lang` saying so, where there are none. */
export function brailleWordsFor(lang: string): BrailleWords {
  const primary = lang.toLowerCase().split('-')[0];
  return known.find((words) => words.lang === primary) ?? english;
}
