import { EveryreadError, type Renderer } from '@everyread/core';
import { zipStream, type ZipStreamEntry } from '@everyread/zip';
import { lengthOf, makeBook } from './book/book.js';
import { style } from './book/style.js';
import { contentPage } from './daisy202/content.js';
import { ncc } from './daisy202/ncc.js';
import { masterSmil, smil } from './daisy202/smil.js';
import { daisyOptionSchema, type DaisyOptions } from './options.js';

/** DAISY 2.02: full text and full audio, for every player there is. */
export const daisy202Renderer: Renderer<DaisyOptions> = {
  name: 'daisy-2.02',
  title: 'DAISY 2.02 talking book',
  audience: 'For people who listen to talking books on any player, old ones too.',
  extension: 'zip',
  mediaType: 'application/zip',
  editions: ['audio'],
  options: daisyOptionSchema,
  narration: 'required',
  async *render(report, options, context) {
    if (context.narration === undefined)
      throw new EveryreadError('misuse', 'A talking book needs a narration', {
        hint: 'Call narrate() first and pass its result as `narration`.',
      });
    const book = await makeBook(report, context, options.images !== false);
    const entries: ZipStreamEntry[] = [];
    let bytes = 0;
    const add = (path: string, text: string): void => {
      const body = new TextEncoder().encode(text);
      bytes += body.length;
      entries.push({ path, body });
    };
    add('content.html', contentPage(book));
    add('book.css', style);
    let elapsedMs = 0;
    for (const chapter of book.chapters) {
      const ownMs = lengthOf(chapter);
      add(chapter.path, smil(book, chapter, { elapsedMs, ownMs }));
      elapsedMs += ownMs;
    }
    add('master.smil', masterSmil(book));
    for (const chapter of book.chapters) {
      entries.push({ path: chapter.audio!.path, body: chapter.audio!.body() });
      bytes += chapter.audio!.byteLength;
    }
    for (const image of book.images) {
      entries.push({ path: image.path, body: image.body });
      bytes += image.body.length;
    }
    const navigation = (total: number): Uint8Array =>
      new TextEncoder().encode(ncc(book, { count: entries.length + 1, kiloBytes: Math.ceil(total / 1024) }));
    // The file that says how large the book is is part of the book.
    entries.unshift({ path: 'ncc.html', body: navigation(bytes + navigation(bytes).length) });
    yield { path: `${context.slug}-daisy-2.02.zip`, mediaType: 'application/zip', body: zipStream(entries, { date: context.now }) };
  },
};
