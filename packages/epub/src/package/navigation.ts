import type { OutlineEntry, Words } from '@everyread/core';
import { directionOf, fill } from '@everyread/core';
import { wordsLanguage } from '@everyread/html';
import { el, xmlFile, type Markup } from '../xml.js';

/** One entry of the contents. */
export interface NavEntry {
  label: string;
  href: string;
  lang?: string;
  children: NavEntry[];
}

/** What the two navigation files hold. */
export interface Navigation {
  lang: string;
  words: Words;
  identifier: string;
  title: string;
  entries: readonly NavEntry[];
  /** `ours` where the label is one of `words`. */
  landmarks: readonly { type: string; label: string; href: string; ours?: boolean }[];
  pages: readonly { label: string; href: string }[];
  stylesheet: string;
}

/** Turns the outline into entries, down to `depth`. */
export function navEntries(
  outline: readonly OutlineEntry[],
  depth: number,
  hrefOf: (id: string) => string,
  label: (entry: OutlineEntry) => string,
): NavEntry[] {
  return outline.map((entry) => ({
    label: label(entry),
    href: hrefOf(entry.id),
    ...(entry.lang === undefined ? {} : { lang: entry.lang }),
    children: entry.depth >= depth ? [] : navEntries(entry.children, depth, hrefOf, label),
  }));
}

/** The navigation document (EPUB 3.3, 7): contents, landmarks and the list of print pages, each with a name of its own. */
export function makeNavigation(nav: Navigation): Uint8Array {
  const { lang, dir } = wordsLanguage(nav.words, nav.lang);
  const own = { lang, 'xml:lang': lang, dir };
  const title = (level: 'h1' | 'h2', id: string, words: string): Markup => el(level, { id, ...own }, words);
  const listOf = (entries: readonly NavEntry[]): Markup =>
    el(
      'ol',
      {},
      entries.map((entry) =>
        el(
          'li',
          {},
          el(
            'a',
            {
              href: entry.href,
              lang: entry.lang,
              'xml:lang': entry.lang,
              dir: entry.lang === undefined ? undefined : directionOf(entry.lang),
            },
            entry.label,
          ),
          entry.children.length > 0 ? listOf(entry.children) : undefined,
        ),
      ),
    );
  const flat = (entries: readonly { label: string; href: string; type?: string; ours?: boolean }[]): Markup =>
    el(
      'ol',
      {},
      entries.map((entry) => el('li', {}, el('a', { 'epub:type': entry.type, href: entry.href, ...(entry.ours ? own : {}) }, entry.label))),
    );
  const root = el(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: nav.lang,
      'xml:lang': nav.lang,
      dir: directionOf(nav.lang),
    },
    el(
      'head',
      {},
      el('title', {}, `${nav.words.contents} – ${nav.title}`),
      el('link', { rel: 'stylesheet', type: 'text/css', href: nav.stylesheet }),
    ),
    el(
      'body',
      {},
      el(
        'nav',
        { id: 'toc', 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': 'toc-title' },
        title('h1', 'toc-title', nav.words.contents),
        listOf(nav.entries),
      ),
      el(
        'nav',
        { id: 'landmarks', 'epub:type': 'landmarks', 'aria-labelledby': 'landmarks-title', hidden: 'hidden' },
        title('h2', 'landmarks-title', nav.words.book.landmarks),
        flat(nav.landmarks),
      ),
      nav.pages.length === 0
        ? undefined
        : el(
            'nav',
            { id: 'page-list', 'epub:type': 'page-list', role: 'doc-pagelist', 'aria-labelledby': 'page-list-title', hidden: 'hidden' },
            title('h2', 'page-list-title', nav.words.book.pages),
            flat(nav.pages.map((page) => ({ label: page.label, href: page.href }))),
          ),
    ),
  );
  return xmlFile(root, '<!DOCTYPE html>\n');
}

/** The NCX of EPUB 2, for readers that know no navigation document. */
export function makeNcx(nav: Navigation): Uint8Array {
  let order = 0;
  const depthOf = (entries: readonly NavEntry[]): number =>
    entries.length === 0 ? 0 : 1 + Math.max(...entries.map((entry) => depthOf(entry.children)));
  const point = (entry: NavEntry): Markup => {
    order += 1;
    return el(
      'navPoint',
      { id: `point-${order}`, playOrder: String(order) },
      el('navLabel', {}, el('text', {}, entry.label)),
      el('content', { src: entry.href }),
      entry.children.map(point),
    );
  };
  const points = nav.entries.map(point);
  // Two entries for one place share a number (NCX 2005-1, playOrder); print pages have places of their own.
  const pages = nav.pages.map((page, index) => {
    order += 1;
    const value = /^\d+$/.test(page.label) ? page.label : undefined;
    return el(
      'pageTarget',
      { id: `page-target-${index + 1}`, type: value === undefined ? 'special' : 'normal', value, playOrder: String(order) },
      el('navLabel', {}, el('text', {}, fill(nav.words.page, { n: page.label }))),
      el('content', { src: page.href }),
    );
  });
  const meta = (name: string, content: string): Markup => el('meta', { name, content });
  return xmlFile(
    el(
      'ncx',
      { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': nav.lang },
      el(
        'head',
        {},
        meta('dtb:uid', nav.identifier),
        meta('dtb:depth', String(Math.max(1, depthOf(nav.entries)))),
        meta('dtb:totalPageCount', String(nav.pages.length)),
        meta('dtb:maxPageNumber', String(Math.max(0, ...nav.pages.map((page) => Number.parseInt(page.label, 10) || 0)))),
      ),
      el('docTitle', {}, el('text', {}, nav.title)),
      el('navMap', {}, points),
      nav.pages.length === 0 ? undefined : el('pageList', {}, pages),
    ),
  );
}
