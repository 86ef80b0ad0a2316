import { resolveTheme, type Theme } from '@everyread/core';
import type { Element } from 'hast';
import { downloadStyles } from '../download-page/styles.js';
import { h } from '../fragments/element.js';
import { fontRules } from './fonts.js';
import { paletteRules } from './palette-rules.js';
import { printPage, spaced } from './print-page.js';
import { pageStyles } from './styles.js';

/** A page about a report, in the look of the page of editions. */
export interface PlainPage {
  /** BCP 47 tag of the page's own words. */
  lang: string;
  /** The heading of the page. */
  title: string;
  /** What it is about, often in another language. */
  subtitle: { text: string; lang: string };
  /** Words of the link past the head. */
  skip: string;
  theme?: Theme | undefined;
  publisher?: string | undefined;
  /** Sections, each with its heading. */
  main: readonly Element[];
}

/**
 * On a narrow screen, or in large letters, each row of a table with the class `table-records` is a block of its own, with the head
 * of the column before each cell (`data-label`); nothing has to be moved sideways to be read (WCAG 2.2, 1.4.10). The heads are read out
 * too: without the look of a table, some browsers forget that it is one, and roles in words are no valid HTML in a table.
 */
const recordStyles = `
main code,.table-records th,.table-records td{overflow-wrap:anywhere}
@media screen and (max-width:48rem){
.table-records,.table-records caption,.table-records tbody,.table-records tr,.table-records th,.table-records td{display:block}
.table-records thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.table-records tr{padding:.75rem 0;border-bottom:.08rem solid var(--line)}
.table-records th,.table-records td{min-width:0;padding:.15rem 0;border:0}
.table-records td::before{content:attr(data-label) ": ";font-weight:700}
}
`;

/**
 * Prints a page without a script: one file, no network, the same bytes for the same page.
 *
 * @returns HTML
 */
export async function renderPlainPage(page: PlainPage): Promise<string> {
  const style = `${await fontRules(JSON.stringify(page), undefined)}${paletteRules(resolveTheme(page.theme, 4.5, page.publisher))}${pageStyles}${downloadStyles}${recordStyles}`;
  const { subtitle } = page;
  const lang = subtitle.lang === page.lang ? {} : { lang: subtitle.lang };
  const body = h(
    'body',
    {},
    '\n',
    h('a', { className: ['skip'], href: '#main' }, page.skip),
    '\n',
    h(
      'header',
      { className: ['cover'] },
      h('div', { className: ['cover-inner'] }, h('h1', {}, page.title), h('p', { className: ['subtitle'], ...lang }, subtitle.text)),
    ),
    '\n',
    h('div', { className: ['page', 'page-narrow'] }, '\n', h('main', { id: 'main', tabIndex: -1 }, '\n', spaced(page.main)), '\n'),
    '\n',
  );
  return printPage({ lang: page.lang, title: `${page.title} - ${subtitle.text}`, author: page.publisher, style, body });
}
