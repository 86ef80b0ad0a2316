import { fill, wordsFor } from '@everyread/core';
import { attribute, textOf, words, type DomElement } from './dom.js';
import type { HtmlReader } from './reader.js';

/** Whether more stands in the element of a page break than its number: nobody closed it. */
export function isUnclosed(element: DomElement): boolean {
  return textOf(element).trim().length > 40;
}

/** The number of the printed page that begins at an element (DPUB-ARIA 1.1, doc-pagebreak; EPUB, `pagebreak`). */
export function pageLabel(element: DomElement, reader: HtmlReader): string | undefined {
  if (!words(element, 'role').includes('doc-pagebreak') && !words(element, 'epub:type').includes('pagebreak')) return undefined;
  const said = (attribute(element, 'aria-label') ?? attribute(element, 'title') ?? textOf(element)).trim();
  const name = said === '' ? (attribute(element, 'id') ?? '') : said;
  const [before = '', after = ''] = fill(wordsFor(reader.meta.lang).page, { n: '\u0000' }).split('\u0000');
  if (name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length)
    return name.slice(before.length, name.length - after.length);
  return /([ivxlc]+|\d+)\.?$/i.exec(name)?.[1] ?? name;
}
