import { contactLine, fill, resolveTheme, wordsFor, type LinkedEdition, type NeedKey, type Words } from '@everyread/core';
import type { Element } from 'hast';
import { contactContent } from '../fragments/contact.js';
import { h } from '../fragments/element.js';
import { otherLanguage, type OtherLanguage } from '../fragments/own-words.js';
import { printedAddress } from '../fragments/printed-address.js';
import { coverHeader, pageFooter } from '../page/cover.js';
import { fontRules } from '../page/fonts.js';
import { paletteRules } from '../page/palette-rules.js';
import { printPage, spaced } from '../page/print-page.js';
import { pageScript } from '../page/settings-script.js';
import { pageStyles } from '../page/styles.js';
import { printBraillePages, printDuration, printLanguage, printPages, printSize } from './amounts.js';
import { displayGuide } from './display-guide.js';
import { downloadStyles } from './styles.js';
import type { DownloadEdition, DownloadFile, DownloadPage } from './types.js';

/**
 * Makes the page that offers every edition: who each is for, its format, size, length, language and checksum; the accessibility
 * of the EPUB; how to read on a Kindle; editions that people made by hand; whom to ask for another. One file, no network.
 *
 * @param page - plain data
 * @returns HTML
 */
export async function renderDownloadPage(page: DownloadPage): Promise<string> {
  const words = wordsFor(page.lang);
  // There are no words in the report's language: the page is in English, and names the report as it is called.
  const language = otherLanguage(page.lang, words.lang);
  const pageLang = language.lang === undefined ? page.lang : words.lang;
  const theme = resolveTheme(page.theme, 4.5, page.publisher);
  const style = `${await fontRules(JSON.stringify(page), undefined)}${paletteRules(theme)}${pageStyles}${downloadStyles}`;
  const script = pageScript(words.screen);
  const main = [
    h('p', { className: ['intro'] }, words.screen.editionsIntro),
    ...editionLists(page, words, pageLang),
    ...linked(page, words, pageLang),
    ...contact(page, words, language),
    ...everything(page, words, pageLang),
    ...kindle(page, words),
    ...accessibility(page, words),
    ...conformance(page, words),
    ...sums(page, words),
  ];
  const { coverUrl, coverWidth, coverHeight } = page;
  const picture = coverUrl
    ? { url: coverUrl, ...(coverWidth && coverHeight ? { width: coverWidth, height: coverHeight } : {}) }
    : undefined;
  const logo = page.logoUrl ? { logo: { url: page.logoUrl }, logoAlt: page.theme?.logoAlt ?? page.publisher ?? '' } : {};
  const body = h(
    'body',
    {},
    '\n',
    h('a', { className: ['skip'], href: '#main' }, words.screen.skipToEditions),
    '\n',
    coverHeader({ meta: page, words, pageLang, ...logo, picture, about: page.description, interactive: true }),
    '\n',
    h('div', { className: ['page', 'page-narrow'] }, '\n', h('main', { id: 'main', tabIndex: -1 }, '\n', spaced(main)), '\n'),
    '\n',
    pageFooter({ meta: { ...page, contact: undefined }, language }),
    '\n',
    h('script', {}, { type: 'text', value: script }),
    '\n',
  );
  const title = `${page.title} - ${words.screen.editionsTitle}`;
  return printPage({ lang: pageLang, title, description: page.description, author: page.author ?? page.publisher, style, script, body });
}

function part(id: string, title: string, ...content: (Element | undefined | false)[]): Element {
  return h('section', {}, h('h2', { id }, title), content);
}

/** The whole report first, then the summary, each under a heading where there are both, and in each the ways of reading. */
function editionLists(page: DownloadPage, words: Words, pageLang: string): Element[] {
  const { screen } = words;
  const groups = [
    { id: 'whole', title: screen.wholeReport, editions: page.editions.filter((edition) => edition.content === 'full') },
    { id: 'summary', title: screen.summaryOnly, editions: page.editions.filter((edition) => edition.content === 'summary') },
  ].filter((group) => group.editions.length > 0);
  return groups.map((group) => part(group.id, group.title, ...needLists(group.id, group.editions, pageLang, words)));
}

const needs: readonly NeedKey[] = ['read', 'largePrint', 'book', 'listen', 'touch', 'other'];

/** One list for each way of reading: who reads by touch need not hear of eight files to come to theirs. */
function needLists(id: string, editions: readonly DownloadEdition[], pageLang: string, words: Words): Element[] {
  return needs.flatMap((need) => {
    const fitting = editions.filter((edition) => (edition.need ?? 'other') === need);
    if (fitting.length === 0) return [];
    const list = h(
      'ul',
      { className: ['editions'] },
      fitting.map((edition) => editionItem(edition, pageLang, words)),
    );
    // Nothing to tell apart: the heading would say no more than the one above it.
    if (fitting.length === editions.length && need === 'other') return [list];
    return [h('section', { className: ['need'] }, h('h3', { id: `${id}-${need}` }, words.screen.needs[need]), list)];
  });
}

function editionItem(edition: DownloadEdition, pageLang: string, words: Words): Element {
  const facts = [h('li', {}, printLanguage(edition.lang, pageLang, words))];
  if (edition.pages !== undefined) facts.push(h('li', {}, printPages(edition.pages, words)));
  if (edition.braillePages !== undefined) facts.push(h('li', {}, printBraillePages(edition.braillePages, words)));
  if (edition.durationMs !== undefined) {
    const duration = printDuration(edition.durationMs, words);
    facts.push(h('li', {}, h('time', { dateTime: duration.iso }, duration.words)));
  }
  facts.push(h('li', {}, edition.href));
  const text = fill(words.screen.download, { title: edition.title, format: edition.format, size: printSize(edition.bytes, pageLang) });
  return h(
    'li',
    { className: ['edition'] },
    h(
      'p',
      { className: ['edition-title'] },
      h('a', { href: address(edition.href), type: edition.mediaType, hrefLang: edition.lang }, text),
    ),
    h('p', {}, edition.audience),
    h('ul', { className: ['edition-facts'] }, facts),
  );
}

/** A file name as an address. */
function address(href: string): string {
  return /^https?:\/\//.test(href) ? href : href.split('/').map(encodeURIComponent).join('/');
}

function linked(page: DownloadPage, words: Words, pageLang: string): Element[] {
  const editions = (page.linkedEditions ?? []).filter((edition) => !/^\s*(?:javascript|data|vbscript|file):/i.test(edition.href));
  if (editions.length === 0) return [];
  return [
    part(
      'linked',
      words.screen.linkedTitle,
      h(
        'ul',
        { className: ['editions'] },
        editions.map((edition) => linkedItem(edition, page.lang, words, pageLang)),
      ),
    ),
  ];
}

function linkedItem(edition: LinkedEdition, lang: string, words: Words, pageLang: string): Element {
  // The author wrote its title, in the report's language.
  const language = otherLanguage(lang, pageLang);
  const text = edition.format && !edition.title.includes(edition.format) ? `${edition.title} (${edition.format})` : edition.title;
  return h(
    'li',
    { className: ['edition'] },
    h(
      'p',
      { className: ['edition-title'] },
      h(
        'a',
        { href: edition.href, hrefLang: edition.lang, ...language, ...printedAddress(edition.href, text, { printedAddresses: true }) },
        text,
      ),
    ),
    edition.audience && h('p', { ...language }, edition.audience),
    edition.lang && h('ul', { className: ['edition-facts'] }, h('li', {}, printLanguage(edition.lang, pageLang, words))),
  );
}

function everything(page: DownloadPage, words: Words, pageLang: string): Element[] {
  const file = page.everything;
  if (file === undefined) return [];
  const text = fill(words.screen.everythingLink, { format: file.format, size: printSize(file.bytes, pageLang) });
  return [part('everything', words.screen.everythingTitle, h('p', {}, h('a', { href: address(file.href), type: file.mediaType }, text)))];
}

/** Amazon takes EPUB by Send to Kindle and no MOBI since 2022. */
function kindle(page: DownloadPage, words: Words): Element[] {
  const formats = page.editions.map((edition) => edition.format.toUpperCase());
  const forUsb = formats.includes('MOBI') || formats.includes('AZW3');
  if (!formats.includes('EPUB') && !forUsb) return [];
  const { screen } = words;
  return [
    part('kindle', screen.kindleTitle, formats.includes('EPUB') && h('p', {}, screen.kindleSend), forUsb && h('p', {}, screen.kindleUsb)),
  ];
}

function accessibility(page: DownloadPage, words: Words): Element[] {
  if (page.epubAccessibility === undefined) return [];
  const entries = displayGuide(page.epubAccessibility, words);
  const list = h(
    'dl',
    { className: ['guide'] },
    entries.map((entry) =>
      h(
        'div',
        {},
        h('dt', {}, entry.title),
        entry.statements.map((statement) => h('dd', {}, statement)),
      ),
    ),
  );
  return [part('accessibility', words.screen.epubTitle, list)];
}

function sums(page: DownloadPage, words: Words): Element[] {
  const files: DownloadFile[] = [...page.editions, ...(page.everything ? [page.everything] : [])].filter(
    (file) => file.sha256 !== undefined,
  );
  if (files.length === 0) return [];
  const { screen } = words;
  const table = h(
    'table',
    { ariaLabelledBy: ['sums'] },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, screen.fileHead), h('th', { scope: 'col' }, 'SHA-256'))),
    h(
      'tbody',
      {},
      files.map((file) => h('tr', {}, h('th', { scope: 'row' }, file.href), h('td', {}, file.sha256))),
    ),
  );
  // Few people need them, and those who listen would hear each file's sixty-four characters.
  const shown = h('details', {}, h('summary', {}, screen.checksumShow), h('div', { className: ['sums'] }, table));
  return [part('sums', screen.checksumTitle, h('p', {}, screen.checksumIntro), shown)];
}

function conformance(page: DownloadPage, words: Words): Element[] {
  if (!page.conformanceHref) return [];
  const { conformance: title, conformanceIntro } = words.screen;
  const link = h('a', { href: page.conformanceHref, type: 'text/html', hrefLang: 'en' }, `${title} (HTML)`);
  return [part('conformance', title, h('p', {}, conformanceIntro), h('p', {}, link))];
}

function contact(page: DownloadPage, words: Words, language: OtherLanguage): Element[] {
  if (!page.contact) return [];
  return [part('contact', words.screen.contactTitle, h('p', { ...language }, contactContent(contactLine(page.contact, page.lang))))];
}
