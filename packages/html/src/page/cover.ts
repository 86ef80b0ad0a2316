import { directionOf, printWhen, type PreparedReport, type ResolvedTheme } from '@everyread/core';
import type { Element } from 'hast';
import type { ImageReference } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { settingsPanel } from './settings.js';

/** The head of the page: logo, title, who published it and when. */
export function coverHeader(
  report: PreparedReport,
  theme: ResolvedTheme,
  image: (path: string) => ImageReference | undefined,
  interactive: boolean,
): Element {
  const { meta } = report;
  const logo = theme.logo ? image(theme.logo.path) : undefined;
  const picture = meta.cover ? image(meta.cover) : undefined;
  const publisher = meta.publisher && meta.publisher !== meta.author ? meta.publisher : undefined;
  const facts = [
    meta.author && h('li', {}, meta.author),
    publisher && h('li', {}, publisher),
    meta.date && h('li', {}, h('time', { dateTime: meta.date }, printWhen(meta.date, meta.lang))),
  ].filter(Boolean);
  return h(
    'header',
    { className: ['cover'] },
    h(
      'div',
      { className: ['cover-inner'] },
      h(
        'div',
        { className: ['cover-top'] },
        logo &&
          theme.logo &&
          h('span', { className: ['logo'] }, h('img', { src: logo.url, alt: theme.logo.alt, width: logo.width, height: logo.height })),
        interactive &&
          h(
            'div',
            { className: ['settings-bar'], hidden: true },
            h(
              'button',
              { type: 'button', className: ['settings-button'], ariaExpanded: 'false', ariaControls: ['settings'] },
              report.words.screen.settings,
            ),
          ),
      ),
      interactive && settingsPanel(report.words.screen),
      h('h1', {}, meta.title),
      meta.subtitle && h('p', { className: ['subtitle'] }, meta.subtitle),
      facts.length > 0 && h('ul', { className: ['facts'] }, facts as Element[]),
      picture &&
        h(
          'div',
          { className: ['cover-picture'] },
          h('img', { src: picture.url, alt: meta.coverAlt ?? '', width: picture.width, height: picture.height }),
        ),
    ),
  );
}

/** The foot of the page: rights, and how to ask for another format. */
export function pageFooter(report: PreparedReport): Element | undefined {
  const { meta, words } = report;
  const lines = [
    meta.contact && h('p', {}, `${words.screen.otherFormats} `, contactLink(meta.contact)),
    (meta.rights ?? meta.publisher ?? meta.author) &&
      h('p', {}, meta.rights ?? [meta.publisher ?? meta.author, meta.date?.slice(0, 4)].filter(Boolean).join(', ')),
  ].filter((line) => typeof line === 'object');
  return lines.length === 0 ? undefined : h('footer', { className: ['foot'] }, h('div', { className: ['foot-inner'] }, lines));
}

/** An address as a link, a sentence as it is. */
export function contactLink(contact: string): Element | string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact)) return h('a', { href: `mailto:${contact}` }, contact);
  if (/^https?:\/\/\S+$/.test(contact)) return h('a', { href: contact }, contact);
  if (/^\+?[\d ()-]{6,}$/.test(contact)) return h('a', { href: `tel:${contact.replace(/[^\d+]/g, '')}` }, contact);
  return contact;
}

/** `lang` and `dir` of the page. */
export function pageLanguage(lang: string): { lang: string; dir?: 'rtl' } {
  return directionOf(lang) === 'rtl' ? { lang, dir: 'rtl' } : { lang };
}
