import { directionOf, sameLanguage, type Words } from '@everyread/core';
import type { ElementContent } from 'hast';
import { h, textNode } from './element.js';

/** `lang` and `dir` for what is in another language than its surroundings; empty where it is not (WCAG 2.2, 3.1.2). */
export interface OtherLanguage {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** Marks for what is in the one language and stands in a text in the other. */
export function otherLanguage(lang: string, around: string): OtherLanguage {
  return sameLanguage(lang, around) ? {} : { lang, dir: directionOf(lang) };
}

/** Marks for the words that an edition adds, such as “Contents”: there are none in some languages, and English stands in. */
export const wordsLanguage = (words: Words, around: string): OtherLanguage => otherLanguage(words.lang, around);

/** Words that an edition adds to a text in another language. */
export function ownWords(text: string, language: OtherLanguage): ElementContent {
  return language.lang === undefined ? textNode(text) : h('span', { ...language }, text);
}

/** Words of ours around a name of the author's: `“Photo: {name}”`. */
export function ownWordsWithName(template: string, name: string, language: OtherLanguage): ElementContent[] {
  if (language.lang === undefined) return [textNode(template.replace('{name}', () => name))];
  return template
    .split(/(\{name\})/)
    .flatMap((part) => (part === '' ? [] : [part === '{name}' ? textNode(name) : ownWords(part, language)]));
}
