import {
  makeEdition,
  renderToBytes,
  type Context,
  type OutputFile,
  type PreparedReport,
  type Renderer,
  type RenderSettings,
  type Report,
} from '@everyread/core';
import { makePalmDatabase } from './bytes/palm-db.js';
import { kf8Records } from './kf8/book.js';
import { mobi6Records } from './mobi6/book.js';
import { mobiOptionSchema, type MobiOptions } from './options.js';
import { makeParts } from './text/content.js';
import { loadPictures } from './text/pictures.js';

/** MOBI: a MOBI 6 book for the oldest Kindles with a KF8 book for newer ones behind it. Never KF8 alone: Kindles refuse that. */
export const mobiRenderer: Renderer<MobiOptions> = {
  name: 'mobi',
  title: 'MOBI e-book',
  audience: 'For people with an old Kindle, who copy the book to it by USB; to send a book to a Kindle, use the EPUB.',
  extension: 'mobi',
  mediaType: 'application/x-mobipocket-ebook',
  editions: ['screen-reader', 'summary'],
  options: mobiOptionSchema,
  async *render(report: PreparedReport, options: MobiOptions, context: Context): AsyncGenerator<OutputFile> {
    const { parts, pictures } = await readBook(report, options, context);
    const records = [...mobi6Records(report, parts, pictures, options, true), ...kf8Records(report, parts, pictures, options, true)];
    yield { path: `${context.slug}.mobi`, mediaType: this.mediaType, body: makePalmDatabase(report.meta.title, context.now, records) };
  },
};

/** AZW3: KF8 alone. */
export const azw3Renderer: Renderer<MobiOptions> = {
  name: 'azw3',
  title: 'AZW3 e-book',
  audience: 'For people with a Kindle from 2011 or later, who copy the book to it by USB.',
  extension: 'azw3',
  mediaType: 'application/vnd.amazon.mobi8-ebook',
  editions: ['screen-reader', 'summary'],
  options: mobiOptionSchema,
  async *render(report: PreparedReport, options: MobiOptions, context: Context): AsyncGenerator<OutputFile> {
    const { parts, pictures } = await readBook(report, options, context);
    const records = kf8Records(report, parts, pictures, options, false);
    yield { path: `${context.slug}.azw3`, mediaType: this.mediaType, body: makePalmDatabase(report.meta.title, context.now, records) };
  },
};

async function readBook(report: PreparedReport, options: MobiOptions, context: Context) {
  context.signal.throwIfAborted();
  const pictures = await loadPictures(report, context);
  return { pictures, parts: makeParts(report, pictures, options, context) };
}

/**
 * Makes a MOBI book of a report.
 *
 * @param report - as it was written, or prepared
 * @param options - see `MobiOptions`, with the settings of the run: `assets`, `edition` …
 * @returns the bytes of the book
 * @throws {EveryreadError} code `document` for faults of the report unless `message` is given, `asset` for files that can't be opened
 */
export async function toMobi(report: Report | PreparedReport, options: MobiOptions & RenderSettings = {}): Promise<Uint8Array> {
  return renderToBytes(mobiRenderer, report, options, { edition: makeEdition('screen-reader'), ...options });
}

/** Makes an AZW3 book of a report; see {@link toMobi}. */
export async function toAzw3(report: Report | PreparedReport, options: MobiOptions & RenderSettings = {}): Promise<Uint8Array> {
  return renderToBytes(azw3Renderer, report, options, { edition: makeEdition('screen-reader'), ...options });
}
