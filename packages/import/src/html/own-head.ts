import type { Meta } from '@everyread/core';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, childElements, find, findClass, textOf } from './dom.js';
import { readInline } from './inline.js';
import type { HtmlReader } from './reader.js';

/** What the head of Everyread's own page says of the report. */
export function readOwnHead(document: Tree.Document, reader: HtmlReader, kept: Partial<Meta> | undefined): Partial<Meta> {
  const { title: _title, subtitle: _subtitle, cover: _cover, coverAlt: _coverAlt, ...rest } = kept ?? {};
  const said = readFacts(document, reader);
  // What the page prints counts, for it may have been edited; where it says the same the field is as it was kept.
  const same = (name: 'subtitle' | 'author' | 'publisher' | 'contact' | 'rights'): Partial<Meta> =>
    kept?.[name] !== undefined && fold(kept[name]) === fold(said[name] ?? '') ? { [name]: kept[name] } : {};
  for (const name of ['author', 'publisher', 'date', 'contact', 'rights'] as const) delete rest[name];
  // A page whose title is its publisher's name names the publisher once, as it would an author.
  if (
    kept?.publisher !== undefined &&
    kept.author === undefined &&
    said.publisher === undefined &&
    fold(said.author ?? '') === fold(kept.publisher)
  ) {
    said.publisher = kept.publisher;
    delete said.author;
  }
  const isBoth =
    kept?.author !== undefined && kept.author === kept.publisher && fold(said.publisher ?? said.author ?? '') === fold(kept.author);
  return {
    ...rest,
    ...said,
    ...same('subtitle'),
    ...same('author'),
    ...same('publisher'),
    ...same('contact'),
    ...same('rights'),
    ...(isBoth ? { author: kept.author!, publisher: kept.author! } : {}),
  };
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

function readFacts(document: Tree.Document, reader: HtmlReader): Partial<Meta> {
  const header = findClass(document, 'cover');
  const footer = findClass(document, 'foot');
  if (!header) return {};
  const heading = find(header, (each) => each.tagName === 'h1');
  const title = heading ? textOf(heading) : '';
  const subtitle = findClass(header, 'subtitle');
  const facts = findClass(header, 'facts');
  const lines = facts ? childElements(facts).filter((each) => !find(each, (inner) => inner.tagName === 'time')) : [];
  const time = facts && find(facts, (each) => each.tagName === 'time');
  // The title of the window names the publisher, unless both are the same; the cover names it below the author.
  const named = reader.meta.title.startsWith(`${title} - `) ? reader.meta.title.slice(title.length + 3) : undefined;
  const publisher = named ?? (lines.length > 1 ? textOf(lines.at(-1)!) : undefined);
  const author = lines.map(textOf).find((line) => line !== publisher);
  const picture = findClass(header, 'cover-picture');
  const image = picture && find(picture, (each) => each.tagName === 'img');
  const cover = image ? readInline([image], { reader, lang: reader.meta.lang, dir: 'ltr', pre: false })[0] : undefined;
  const contact = footer && attribute(footer, 'data-contact');
  const rights = footer && attribute(footer, 'data-rights');
  const out: Partial<Meta> = {
    title,
    ...(subtitle ? { subtitle: textOf(subtitle) } : {}),
    ...(publisher ? { publisher } : {}),
    ...(time ? { date: attribute(time, 'datetime') ?? '' } : {}),
    ...(cover?.type === 'image' ? { cover: cover.url, ...(cover.alt ? { coverAlt: cover.alt } : {}) } : {}),
    ...(contact ? { contact } : {}),
    ...(rights ? { rights } : {}),
  };
  delete (reader.meta as Partial<Meta>).author;
  return author ? { ...out, author } : out;
}
