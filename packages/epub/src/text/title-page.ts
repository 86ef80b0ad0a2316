import { printWhen, type PreparedReport } from '@everyread/core';
import { contactContent, ownWordsWithName, toXhtml, wordsLanguage } from '@everyread/html';
import { el, Markup } from '../xml.js';

/** The id of the title: the narration speaks it under this name. */
export const titleId = 'report-title';

/** Title, subtitle, who made it and when, and whom to ask for another format. */
export function titleBlock({ meta, words, contact }: PreparedReport, logo: { href: string; alt: string } | undefined): Markup {
  const line = (className: string, text: string | undefined): Markup | undefined =>
    text ? el('p', { class: className }, text) : undefined;
  return el(
    'header',
    { id: titleId, class: 'title-block', 'epub:type': 'titlepage' },
    logo ? el('p', { class: 'logo' }, el('img', { src: logo.href, alt: logo.alt })) : undefined,
    el('h1', {}, meta.title),
    line('subtitle', meta.subtitle),
    line('author', meta.author === meta.publisher ? undefined : meta.author),
    meta.publisher &&
      el(
        'p',
        { class: 'publisher' },
        new Markup(toXhtml(ownWordsWithName(words.publishedBy, meta.publisher, wordsLanguage(words, meta.lang)))),
      ),
    line('date', meta.date === undefined ? undefined : printWhen(meta.date, meta.lang)),
    contact && el('p', { class: 'contact' }, new Markup(toXhtml(contactContent(contact)))),
    line('rights', meta.rights),
  );
}
