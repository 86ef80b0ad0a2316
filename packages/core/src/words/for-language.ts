import { primaryLanguage } from '../language.js';
import { cy } from './cy.js';
import { en } from './en.js';
import type { Words } from './words.js';

const known: readonly Words[] = [en, cy];

/** The words of a language by its BCP 47 tag; English, its `lang` saying so, where there are none. */
export function wordsFor(lang: string): Words {
  const primary = primaryLanguage(lang);
  return known.find((words) => words.lang === primary) ?? en;
}

/** Whether there are words of the language. */
export function hasWords(lang: string): boolean {
  return wordsFor(lang).lang === primaryLanguage(lang);
}
