import { directionOf, printWhen, type Meta, type Paragraph, type ResolvedTheme, type Words } from '@everyread/core';
import type { Element } from 'hast';
import { contactContent } from '../fragments/contact.js';
import type { ImageReference } from '../fragments/context.js';
import { h } from '../fragments/element.js';
import { otherLanguage, wordsLanguage, type OtherLanguage } from '../fragments/own-words.js';
import { settingsPanel } from './settings.js';

/** What the head of a page says. */
export interface Cover {
  meta: Pick<Meta, 'title' | 'subtitle' | 'author' | 'publisher' | 'date' | 'lang' | 'cover' | 'coverAlt'>;
  words: Words;
  /** The language of the page, where that is not the report's. */
  pageLang?: string;
  logo?: ImageReference | undefined;
  logoAlt?: string;
  picture?: ImageReference | undefined;
  /** A paragraph below the facts. */
  about?: string | undefined;
  /** How to ask for another format, where that is said at the head. */
  contact?: Paragraph | undefined;
  interactive: boolean;
  /** The name of the settings in the page. Default `settings`. */
  settingsId?: string;
  /** The name of the title in the page, where something points at it. */
  titleId?: string | undefined;
}

/** The head of the page: logo, title, who published it and when, and the reading settings. */
export function coverHeader(cover: Cover): Element {
  const { meta, words, logo, picture } = cover;
  const publisher = meta.publisher !== meta.author ? meta.publisher : undefined;
  const pageLang = cover.pageLang ?? meta.lang;
  const language = otherLanguage(meta.lang, pageLang);
  const facts = [meta.author, publisher].filter((fact) => fact !== undefined && fact !== '').map((fact) => h('li', { ...language }, fact));
  if (meta.date) facts.push(h('li', { ...language }, h('time', { dateTime: meta.date }, printWhen(meta.date, meta.lang))));
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
          h('span', { className: ['logo'] }, h('img', { src: logo.url, alt: cover.logoAlt ?? '', width: logo.width, height: logo.height })),
        cover.interactive && settingsButton(words, cover.settingsId ?? 'settings', wordsLanguage(words, pageLang)),
      ),
      cover.interactive && settingsPanel(words.screen, cover.settingsId ?? 'settings', wordsLanguage(words, pageLang)),
      h('h1', { id: cover.titleId, ...language }, meta.title),
      meta.subtitle && h('p', { className: ['subtitle'], ...language }, meta.subtitle),
      facts.length > 0 && h('ul', { className: ['facts'] }, facts),
      cover.about && h('p', { className: ['about'], ...language }, cover.about),
      cover.contact && h('p', { className: ['contact'] }, contactContent(cover.contact)),
      picture &&
        h(
          'div',
          { className: ['cover-picture'] },
          h('img', { src: picture.url, alt: meta.coverAlt ?? '', width: picture.width, height: picture.height, dataFile: meta.cover }),
        ),
    ),
  );
}

function settingsButton(words: Words, id: string, language: OtherLanguage): Element {
  const button = h(
    'button',
    { type: 'button', className: ['settings-button'], ariaExpanded: 'false', ariaControls: [id] },
    words.screen.settings,
  );
  return h('div', { className: ['settings-bar'], hidden: true, ...language }, button);
}

/** The logo of a theme among the loaded pictures. */
export function logoOf(theme: ResolvedTheme, image: (path: string) => ImageReference | undefined): Pick<Cover, 'logo' | 'logoAlt'> {
  return theme.logo ? { logo: image(theme.logo.path), logoAlt: theme.logo.alt } : {};
}

/** What the foot of the page says. */
export interface PageFoot {
  meta: Pick<Meta, 'contact' | 'rights' | 'publisher' | 'author' | 'date'>;
  /** How to ask for another format. */
  contact?: Paragraph | undefined;
  /** Marks for the report's words, where the page is in another language. */
  language?: OtherLanguage;
}

/** The foot of the page: how to ask for another format, and rights. */
export function pageFooter({ meta, contact, language = {} }: PageFoot): Element | undefined {
  const owner = meta.rights ?? [meta.publisher ?? meta.author, meta.date?.slice(0, 4)].filter(Boolean).join(', ');
  const lines = [];
  if (contact) lines.push(h('p', {}, contactContent(contact)));
  if (owner) lines.push(h('p', { ...language }, owner));
  return lines.length === 0
    ? undefined
    : h(
        'footer',
        { className: ['foot'], dataContact: meta.contact, dataRights: meta.rights },
        h('div', { className: ['foot-inner'] }, lines),
      );
}

/** `lang` and `dir` of the page. */
export function pageLanguage(lang: string): { lang: string; dir?: 'rtl' } {
  return directionOf(lang) === 'rtl' ? { lang, dir: 'rtl' } : { lang };
}
