import type { Book, HeadingPlace, Place } from '../book/book.js';
import { el, printXml, type Element } from '../book/element.js';
import { audio, usedTests } from './smil.js';

/** The navigation file (NCX 2005-1): headings nested, print pages, notes. */
export function ncx(book: Book): string {
  const { meta } = book.report;
  // Two entries with one target have one number; the numbers follow the order of the book (Z39.86-2005, 8.4.3).
  const order = new Map<string, number>();
  const positions = new Map(book.chapters.flatMap((chapter) => chapter.parts.map((part) => part.id)).map((id, index) => [id, index]));
  const headings = headingsOf(book);
  const all = [...headings, ...book.pages, ...book.notes].map((place) => place.part.id);
  for (const id of [...new Set(all)].sort((a, b) => positions.get(a)! - positions.get(b)!)) order.set(id, order.size + 1);
  const depth = Math.max(1, ...headings.map((heading) => heading.depth));
  const numbers = book.pages.filter((page) => page.page === 'normal').map((page) => Number(page.label));
  const root = el(
    'ncx',
    { version: '2005-1', xmlns: 'http://www.daisy.org/z3986/2005/ncx/', 'xml:lang': meta.lang },
    el(
      'head',
      {},
      usedTests(book).map((test) =>
        el('smilCustomTest', { id: test.id, defaultState: 'false', override: 'visible', bookStruct: test.bookStruct }),
      ),
      el('meta', { name: 'dtb:uid', content: book.uid }),
      el('meta', { name: 'dtb:depth', content: String(depth) }),
      el('meta', { name: 'dtb:generator', content: 'Everyread' }),
      el('meta', { name: 'dtb:totalPageCount', content: String(book.pages.length) }),
      el('meta', { name: 'dtb:maxPageNumber', content: String(Math.max(0, ...numbers)) }),
    ),
    el('docTitle', {}, el('text', {}, meta.title), book.title?.part.clip && audio(book.title.part, book.title.chapter)),
    meta.author !== undefined && el('docAuthor', {}, el('text', {}, meta.author)),
    el('navMap', {}, navPoints(headings, order)),
    book.pages.length > 0 &&
      el(
        'pageList',
        {},
        book.pages.map((page, index) =>
          el(
            'pageTarget',
            {
              id: `page-${index + 1}`,
              type: page.page,
              value: page.page === 'normal' ? page.label : undefined,
              playOrder: String(order.get(page.part.id)!),
            },
            label(page),
            content(page),
          ),
        ),
      ),
    book.notes.length > 0 &&
      el(
        'navList',
        { id: 'notes', class: 'note' },
        el('navLabel', {}, el('text', {}, book.report.words.notes)),
        book.notes.map((note, index) =>
          el(
            'navTarget',
            { id: `note-${index + 1}`, class: 'note', playOrder: String(order.get(note.part.id)!) },
            label(note),
            content(note),
          ),
        ),
      ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">\n${printXml(root)}\n`;
}

const label = (place: Place): Element =>
  el('navLabel', {}, el('text', {}, place.label), place.part.clip && audio(place.part, place.chapter));
const content = (place: Place): Element => el('content', { src: `${place.chapter.path}#par-${place.part.id}` });

interface Open {
  depth: number;
  children: Element[];
}

/** The headings; of a book without any, its title, for there must be a place to go to. */
function headingsOf(book: Book): readonly HeadingPlace[] {
  return book.headings.length > 0 ? book.headings : book.title ? [{ ...book.title, depth: 1 }] : [];
}

function navPoints(places: readonly HeadingPlace[], order: ReadonlyMap<string, number>): Element[] {
  const top: Open = { depth: 0, children: [] };
  const open: Open[] = [top];
  for (const [index, place] of places.entries()) {
    while (open.at(-1)!.depth >= place.depth) open.pop();
    const children: Element[] = [label(place), content(place)];
    const point: Element = {
      name: 'navPoint',
      attributes: { id: `nav-${index + 1}`, class: `h${place.depth}`, playOrder: String(order.get(place.part.id)!) },
      children,
    };
    open.at(-1)!.children.push(point);
    open.push({ depth: place.depth, children });
  }
  return top.children;
}
