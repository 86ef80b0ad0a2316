import { EveryreadError, type Renderer } from '@everyread/core';
import { zipStream, type ZipStreamEntry } from '@everyread/zip';
import { lengthOf, makeBook } from './book/book.js';
import { style } from './book/style.js';
import { dtbook } from './daisy3/dtbook.js';
import { ncx } from './daisy3/ncx.js';
import { packageFile, type ManifestItem } from './daisy3/package.js';
import { resources } from './daisy3/resources.js';
import { smil } from './daisy3/smil.js';
import { daisy3OptionSchema, type Daisy3Options } from './options.js';

/** DAISY 3 (ANSI/NISO Z39.86-2005): full text and full audio, or text alone. */
export const daisy3Renderer: Renderer<Daisy3Options> = {
  name: 'daisy-3',
  title: 'DAISY 3 talking book',
  audience: 'For people who read talking books with newer players and apps: sound and text together.',
  extension: 'zip',
  mediaType: 'application/zip',
  editions: ['audio'],
  options: daisy3OptionSchema,
  narration: 'required',
  speaks: (options) => options.textOnly !== true,
  async *render(report, options, context) {
    if (context.narration === undefined && options.textOnly !== true) {
      throw new EveryreadError('misuse', 'A talking book needs a narration', { hint: 'Pass one, or ask for `textOnly`.' });
    }
    const world = options.textOnly === true ? { ...context, narration: undefined } : context;
    const book = await makeBook(report, world as typeof context, options.images !== false);
    const entries: ZipStreamEntry[] = [];
    const items: ManifestItem[] = [{ id: 'opf', href: 'package.opf', mediaType: 'text/xml' }];
    const add = (item: ManifestItem, body: ZipStreamEntry['body'] | string): void => {
      items.push(item);
      entries.push({ path: item.href, body: typeof body === 'string' ? new TextEncoder().encode(body) : body });
    };
    add({ id: 'ncx', href: 'navigation.ncx', mediaType: 'application/x-dtbncx+xml' }, ncx(book));
    add({ id: 'text', href: 'book.xml', mediaType: 'application/x-dtbook+xml' }, dtbook(book));
    add({ id: 'css', href: 'book.css', mediaType: 'text/css' }, style);
    add({ id: 'resource', href: 'resources.res', mediaType: 'application/x-dtbresource+xml' }, resources(book));
    let elapsedMs = 0;
    for (const [index, chapter] of book.chapters.entries()) {
      add({ id: `smil-${index + 1}`, href: chapter.path, mediaType: 'application/smil' }, smil(book, chapter, elapsedMs));
      elapsedMs += lengthOf(chapter);
    }
    for (const [index, chapter] of book.chapters.entries()) {
      if (chapter.audio) add({ id: `audio-${index + 1}`, href: chapter.audio.path, mediaType: 'audio/mpeg' }, chapter.audio.body());
    }
    for (const [index, image] of book.images.entries())
      add({ id: `image-${index + 1}`, href: image.path, mediaType: image.mediaType }, image.body);
    entries.unshift({ path: 'package.opf', body: new TextEncoder().encode(packageFile(book, items)) });
    yield { path: `${context.slug}-daisy-3.zip`, mediaType: 'application/zip', body: zipStream(entries, { date: context.now }) };
  },
};
