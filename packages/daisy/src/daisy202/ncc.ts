import { narratorsOf } from '@everyread/core';
import type { Book, Place } from '../book/book.js';
import { wholeSeconds } from '../book/clock.js';
import { el, printXml, type Element } from '../book/element.js';
import { xhtmlDoctype, xhtmlPage } from './xhtml.js';

/** The navigation file of DAISY 2.02: title, headings, pages and notes in the order of the book. */
export function ncc(book: Book, files: { count: number; kiloBytes: number }): string {
  const { meta } = book.report;
  const items = navigation(book);
  const count = (page: string): number => book.pages.filter((each) => each.page === page).length;
  const numbers = book.pages.filter((page) => page.page === 'normal').map((page) => Number(page.label));
  const metas = [
    ['dc:title', meta.title],
    ['dc:creator', meta.author ?? meta.publisher ?? meta.title],
    ['dc:date', book.date],
    ['dc:format', 'Daisy 2.02'],
    ['dc:identifier', book.uid],
    ['dc:language', meta.lang],
    ['dc:publisher', meta.publisher ?? meta.author ?? 'Everyread'],
    ['ncc:charset', 'utf-8'],
    ['ncc:depth', String(Math.max(1, ...book.headings.map((heading) => heading.depth)))],
    ['ncc:files', String(files.count)],
    ['ncc:footnotes', String(book.notes.length)],
    ['ncc:generator', 'Everyread'],
    ['ncc:kByteSize', String(files.kiloBytes)],
    ['ncc:maxPageNormal', String(Math.max(0, ...numbers))],
    ['ncc:multimediaType', 'audioFullText'],
    ...(book.narration ? narratorsOf(book.narration) : []).map((name) => ['ncc:narrator', name] as const),
    ['ncc:pageFront', String(count('front'))],
    ['ncc:pageNormal', String(count('normal'))],
    ['ncc:pageSpecial', String(count('special'))],
    ['ncc:producedDate', book.date],
    ['ncc:prodNotes', '0'],
    ['ncc:setInfo', '1 of 1'],
    ['ncc:sidebars', '0'],
    ['ncc:tocItems', String(items.length)],
    ['ncc:totalTime', wholeSeconds(book.totalMs)],
  ].filter(([, value]) => value !== '');
  const page = xhtmlPage(
    meta.title,
    meta.lang,
    metas.map(([name, content]) => el('meta', { name, content })),
    items,
  );
  return `${xhtmlDoctype}${printXml(page)}\n`;
}

function navigation(book: Book): Element[] {
  const positions = new Map(book.chapters.flatMap((chapter) => chapter.parts.map((part) => part.id)).map((id, index) => [id, index]));
  const link = (place: Place): Element => el('a', { href: `${place.chapter.path}#par-${place.part.id}` }, place.label);
  const list: { at: number; make: (id: string) => Element }[] = [
    ...book.headings.map((place) => ({
      at: positions.get(place.part.id)!,
      make: (id: string) => el(`h${place.depth}`, { id, class: 'section' }, link(place)),
    })),
    ...book.pages.map((place) => ({
      at: positions.get(place.part.id)!,
      make: (id: string) => el('span', { id, class: `page-${place.page}` }, link(place)),
    })),
    ...book.notes.map((place) => ({
      at: positions.get(place.part.id)!,
      make: (id: string) => el('span', { id, class: 'noteref' }, link(place)),
    })),
  ];
  list.sort((a, b) => a.at - b.at);
  const title = book.title ?? book.headings[0];
  return [
    ...(title
      ? [
          el(
            'h1',
            { id: 'ncc-title', class: 'title' },
            el('a', { href: `${title.chapter.path}#par-${title.part.id}` }, book.report.meta.title),
          ),
        ]
      : []),
    ...list.map((item, index) => item.make(`ncc-${index + 1}`)),
  ];
}
