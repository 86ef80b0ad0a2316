import { Collector } from '../../outline/collector.js';
import { namesHeading } from '../../outline/contents.js';
import { fold } from '../../outline/fold.js';
import { itemsOf, type Outline } from '../../outline/outline.js';
import { langOf } from '../html/roles.js';
import { walkMarkup } from '../html/walk.js';
import { child, readHtmlMarkup, type Element } from '../markup.js';
import { KindleBook, palmRecords } from './book.js';
import { charactersOf } from './characters.js';
import { readIndex } from './index-table.js';
import { readFiles, type BookFiles } from './kf8-files.js';
import { linkTo, markPlaces, withRoles } from './places.js';

/**
 * Reads a MOBI or an AZW3 as Kindles do. A MOBI holds two books, one for old Kindles and one for newer ones: the second is
 * among `versions`.
 */
export function readKindle(bytes: Uint8Array): Outline {
  const records = palmRecords(bytes);
  const first = new KindleBook(records);
  const outline = readBook(first);
  const second = first.version < 8 ? first.secondBook : undefined;
  return second === undefined ? outline : { ...outline, versions: [readBook(new KindleBook(records, second))] };
}

function readBook(book: KindleBook): Outline {
  const lang = book.lang;
  const collector = new Collector(() => lang);
  if (book.version >= 8) readKf8(book, collector);
  else readMobi6(book, collector);
  collector.endText();
  checkContents(book, collector);
  return collector.outline({
    format: book.version >= 8 ? 'azw3' : 'mobi',
    // A Kindle knows no places of print pages, so they are words.
    pagesAsText: true,
    // Nor does it show a heading below the sixth of HTML.
    deepestHeading: 5,
    ...(book.title ? { title: fold(book.title) } : {}),
    ...(lang ? { lang } : {}),
  });
}

/** HTML of old: links name bytes of the text (`filepos`). */
function readMobi6(book: KindleBook, collector: Collector): void {
  const text = charactersOf(book.text());
  const places = [...text.matchAll(/\sfilepos="?(\d+)/g)].map((found) => Number(found[1]));
  const contents = /<reference\b[^>]*type="toc"[^>]*filepos="?(\d+)/.exec(text)?.[1];
  const marked = markPlaces(text, places, collector)
    .replace(/\sfilepos="?(\d+)"?/g, (_, place: string) => ` ${linkTo(Number(place))}`)
    // Not closed by HTML's rules: without this each page would stand inside the page before it.
    .replace(/<mbp:pagebreak([^>]*?)\/?>/g, '<div$1></div>');
  readMarkup(marked, contents === undefined ? undefined : Number(contents), collector);
}

/** XHTML in pieces: links name a piece and the bytes from its beginning (`kindle:pos`). */
function readKf8(book: KindleBook, collector: Collector): void {
  const files = readFiles(book);
  const { text } = files;
  const link = /kindle:pos:fid:([0-9A-V]+):off:([0-9A-V]+)/g;
  const target = (fragment: string, offset: string): number | undefined => files.placeOf(base32(fragment), base32(offset));
  const places: number[] = [];
  for (const found of text.matchAll(link)) {
    const place = target(found[1]!, found[2]!);
    if (place === undefined) collector.fault('read-back-link', `A link leads to ${found[0]}, which is not in the book`);
    else places.push(place);
  }
  const contents = contentsPlace(book, files);
  const marked = markPlaces(text, contents === undefined ? places : [...places, contents], collector).replace(
    link,
    (_, fragment: string, offset: string) => `#${target(fragment, offset) ?? ''}`,
  );
  for (const file of marked.split(/(?=<\?xml)/)) if (file.trim() !== '') readMarkup(file, contents, collector);
}

function contentsPlace(book: KindleBook, files: BookFiles): number | undefined {
  const guide = book.place(260);
  const entry = guide === undefined ? undefined : readIndex(book, guide).entries.find((each) => each.label === 'toc');
  const [fragment, offset] = entry?.tags.get(6) ?? [];
  return fragment === undefined || offset === undefined ? undefined : files.placeOf(fragment, offset);
}

function readMarkup(text: string, contents: number | undefined, collector: Collector): void {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const html = readHtmlMarkup(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^<\?xml[^>]*\?>/, ''));
  // Old Kindles want `<html><head>` as it is, so the language may stand on the body.
  const lang = langOf(child(html, 'body') ?? html) ?? langOf(html);
  if (lang === undefined) collector.fault('read-back-lang', 'The text names no language');
  const body: Element = withRoles(child(html, 'body') ?? html, contents);
  walkMarkup({ ...body, attributes: { ...(lang ? { lang } : {}), ...body.attributes } }, collector);
  collector.endText();
}

/** The contents that a Kindle shows: each entry is a heading of the book, in order, and leads into the text. */
function checkContents(book: KindleBook, collector: Collector): void {
  const headings = itemsOf({ format: '', items: collector.items, faults: [] }, 'heading').filter((each) => each.level >= 1);
  const at = book.place(244);
  if (at === undefined) {
    if (headings.length === 0) return;
    collector.fault('read-back-structure', 'The book has no contents for the menu of a Kindle');
    return;
  }
  const index = readIndex(book, at);
  const length = book.text().length;
  const labels = index.entries.map((entry) => {
    const label = fold(index.text(entry.tags.get(3)?.[0] ?? 0));
    if ((entry.tags.get(1)?.[0] ?? Infinity) >= length)
      collector.fault('read-back-link', `The entry “${label}” of the contents leads nowhere`);
    return { label, depth: entry.tags.get(4)?.[0] ?? 0 };
  });
  // KF8 sorts its entries by level; within a level they stand in the order of the text.
  const next = new Map<number, number>();
  // An author chooses how deep the contents go.
  const deepest = Math.max(0, ...labels.map((each) => each.depth)) + 1;
  for (const heading of headings.filter((each) => each.level <= deepest)) {
    const found = labels.findIndex(
      (entry, position) => position >= (next.get(entry.depth) ?? 0) && namesHeading(entry.label, heading.text),
    );
    if (found < 0) collector.fault('read-back-heading', `The contents of the book lack “${heading.text}”, or have it in another place`);
    else next.set(labels[found]!.depth, found + 1);
  }
}

const base32 = (digits: string): number => Number.parseInt(digits.toLowerCase(), 32);
