import { fill, type PreparedReport } from '@everyread/core';
import { el, type Markup } from '../xml.js';

/** The id of the title: the narration speaks it under this name. */
export const titleId = 'report-title';

/** Title, subtitle, who made it and when. */
export function titleBlock({ meta, words }: PreparedReport, logo: { href: string; alt: string } | undefined): Markup {
  const line = (className: string, text: string | undefined): Markup | undefined =>
    text ? el('p', { class: className }, text) : undefined;
  return el(
    'header',
    { id: titleId, class: 'title-block', 'epub:type': 'titlepage' },
    logo ? el('p', { class: 'logo' }, el('img', { src: logo.href, alt: logo.alt })) : undefined,
    el('h1', {}, meta.title),
    line('subtitle', meta.subtitle),
    line('author', meta.author === meta.publisher ? undefined : meta.author),
    line('publisher', meta.publisher === undefined ? undefined : fill(words.publishedBy, { name: meta.publisher })),
    line('date', meta.date === undefined ? undefined : printDate(meta.date, meta.lang)),
    line('rights', meta.rights),
  );
}

/** A date as people write it: “22 March 2024”, “March 2024”, “2024”. */
export function printDate(date: string, lang: string): string {
  const parts = date.split('-').length;
  if (parts === 1) return date;
  const whole = new Date(`${date}${parts === 2 ? '-01' : ''}T00:00:00Z`);
  if (Number.isNaN(whole.getTime())) return date;
  return new Intl.DateTimeFormat(lang, {
    year: 'numeric',
    month: 'long',
    ...(parts === 3 ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(whole);
}
