import { wordsFor } from '@everyread/core';

/** The number of the printed page that words of an edition name. */
export function printPageLabel(text: string, lang: string): string | undefined {
  const [before = '', after = ''] = wordsFor(lang).printPage.split('{n}');
  // Large print keeps the word and its number on one line.
  const fits = text.replaceAll('\u00a0', ' ').startsWith(before) && text.endsWith(after) && text.length > before.length + after.length;
  return fits ? text.slice(before.length, text.length - after.length) : undefined;
}
