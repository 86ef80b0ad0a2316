import {
  EveryreadError,
  makeEdition,
  renderToBytes,
  type Context,
  type OutputFile,
  type PreparedReport,
  type Renderer,
  type RenderSettings,
  type Report,
} from '@everyread/core';
import { ZipError, zipStream } from '@everyread/zip';
import { bookEntries } from './book.js';
import { epubOptionSchema, type EpubOptions } from './options.js';

/** EPUB 3.3 (https://www.w3.org/TR/epub-33/), accessible by EPUB Accessibility 1.1; read aloud where there is a narration. */
export const epubRenderer: Renderer<EpubOptions> = {
  name: 'epub',
  title: 'EPUB e-book',
  audience:
    'For people who read on a phone, tablet or e-reader and set size, colours and spacing themselves; Kindle users send this one to their Kindle.',
  audiences: {
    'read-aloud':
      'For people who listen while they read, in an app that plays e-books with sound, such as Thorium Reader: each sentence is marked as it is heard.',
  },
  extension: 'epub',
  mediaType: 'application/epub+zip',
  editions: ['screen-reader', 'read-aloud', 'summary'],
  options: epubOptionSchema,
  narration: 'optional',
  async *render(report: PreparedReport, options: EpubOptions, context: Context): AsyncGenerator<OutputFile> {
    if (report.edition.name === 'read-aloud' && context.narration === undefined)
      throw new EveryreadError('misuse', 'An EPUB that is read aloud needs a narration', {
        hint: 'Call narrate() first and pass its result as `narration`.',
      });
    yield {
      path: `${context.slug}.epub`,
      mediaType: 'application/epub+zip',
      body: packed(report, options, context),
    };
  },
};

/** The archive; what the packer refuses is an error of ours. */
async function* packed(report: PreparedReport, options: EpubOptions, context: Context): AsyncGenerator<Uint8Array> {
  try {
    yield* zipStream(bookEntries(report, options, context), { date: context.now });
  } catch (cause) {
    if (cause instanceof ZipError) throw new EveryreadError('engine', cause.message, { hint: cause.hint, cause });
    throw cause;
  }
}

/**
 * Makes an EPUB of a report.
 *
 * @param report - as it was written, or prepared
 * @param options - see `EpubOptions`, with the settings of the run: `assets`, `edition`, `narration` …
 * @returns the bytes of the book
 * @throws {EveryreadError} code `document` for faults of the report unless `message` is given, `asset` and `engine` for files and failures
 */
export async function toEpub(report: Report | PreparedReport, options: EpubOptions & RenderSettings = {}): Promise<Uint8Array> {
  return renderToBytes(epubRenderer, report, options, { edition: makeEdition('screen-reader'), ...options });
}
