import {
  createContext,
  isPrepared,
  makeEdition,
  prepare,
  type Context,
  type OutputFile,
  type PreparedReport,
  type Renderer,
  type RenderSettings,
  type Report,
} from '@everyread/core';
import type { BrailleDocument } from './document.js';
import { writeBrf } from './files/brf.js';
import { writePef } from './files/pef.js';
import { writePreview } from './files/preview.js';
import { writeUnicodeBraille } from './files/unicode.js';
import { makeBrailleDocument } from './make-document.js';
import { brailleOptionSchema, brfOptionSchema, type BrailleOptions, type BrfVariant } from './options.js';

/** Options of BRF. */
export type BrfOptions = BrailleOptions & BrfVariant;

/** BRF: the file that every embosser and Braille display takes. */
export const brfRenderer: Renderer<BrfOptions> = {
  name: 'brf',
  title: 'Braille (BRF)',
  audience: 'For people who read Braille on paper or on a display: for embossers and displays.',
  extension: 'brf',
  mediaType: 'application/x-brf',
  editions: ['braille', 'summary'],
  options: brfOptionSchema,
  async *render(report, options, context) {
    const document = await makeBrailleDocument(report, options, context);
    const file = (path: string, body: Uint8Array): OutputFile => ({ path, mediaType: 'application/x-brf', body });
    yield file(`${context.slug}.brf`, writeBrf(document, document.volumes, options));
    if (document.volumes.length > 1) {
      for (const volume of document.volumes)
        yield file(`${context.slug}-volume-${volume.number}.brf`, writeBrf(document, [volume], options));
    }
  },
};

/** PEF: the file that holds volumes, sections and pages, for embossing without mistakes. */
export const pefRenderer: Renderer<BrailleOptions> = {
  name: 'pef',
  title: 'Braille (PEF)',
  audience: 'For people who read Braille on a reader that takes PEF, such as the Canute; and for embossers.',
  extension: 'pef',
  mediaType: 'application/x-pef+xml',
  editions: ['braille', 'summary'],
  options: brailleOptionSchema,
  render: single('pef', 'application/x-pef+xml', (document) => writePef(document)),
};

/** Unicode Braille as text, for screens. */
export const brailleTextRenderer: Renderer<BrailleOptions> = {
  name: 'braille-text',
  title: 'Braille (Unicode text)',
  audience: 'For people who read or check formatted Braille on a screen.',
  extension: 'braille.txt',
  mediaType: 'text/plain',
  editions: ['braille', 'summary'],
  options: brailleOptionSchema,
  render: single('braille.txt', 'text/plain', (document) => writeUnicodeBraille(document)),
};

/** A page with cells beside print, for proofreading. */
export const braillePreviewRenderer: Renderer<BrailleOptions> = {
  name: 'braille-preview',
  title: 'Braille proof',
  audience: 'For sighted editors who proofread the Braille edition.',
  extension: 'braille.html',
  mediaType: 'text/html',
  editions: ['braille', 'summary'],
  options: brailleOptionSchema,
  render: single('braille.html', 'text/html', (document, context) => writePreview(document, context.words('en'))),
};

function single(
  ending: string,
  mediaType: string,
  write: (document: BrailleDocument, context: Context) => Uint8Array,
): Renderer<BrailleOptions>['render'] {
  return async function* (report, options, context) {
    const document = await makeBrailleDocument(report, options, context);
    yield { path: `${context.slug}.${ending}`, mediaType, body: write(document, context) };
  };
}

/**
 * Makes formatted Braille of a report: the pages that all files are written from.
 *
 * @throws {EveryreadError} `misuse` for options that can't be, `document` for an error in the report when
 *   `message` is not given, `engine` when liblouis fails
 */
export async function toBraille(report: Report | PreparedReport, options: BrailleOptions & RenderSettings = {}): Promise<BrailleDocument> {
  const edition = isPrepared(report) ? report.edition : (options.edition ?? makeEdition('braille'));
  const context = createContext(report, edition, options);
  const prepared = isPrepared(report) ? report : prepare(report, edition, { format: 'brf', message: context.message });
  return makeBrailleDocument(prepared, options, context);
}

/** A report as BRF, all volumes in one file. Throws as {@link toBraille}. */
export async function toBrf(report: Report | PreparedReport, options: BrfOptions & RenderSettings = {}): Promise<Uint8Array> {
  const document = await toBraille(report, options);
  return writeBrf(document, document.volumes, options);
}

/** A report as PEF. Throws as {@link toBraille}. */
export async function toPef(report: Report | PreparedReport, options: BrailleOptions & RenderSettings = {}): Promise<Uint8Array> {
  return writePef(await toBraille(report, options));
}

/** A report as Unicode Braille text. Throws as {@link toBraille}. */
export async function toUnicodeBraille(
  report: Report | PreparedReport,
  options: BrailleOptions & RenderSettings = {},
): Promise<Uint8Array> {
  return writeUnicodeBraille(await toBraille(report, options));
}

/** A page with cells beside print, for proofreading. Throws as {@link toBraille}. */
export async function toBraillePreview(
  report: Report | PreparedReport,
  options: BrailleOptions & RenderSettings = {},
): Promise<Uint8Array> {
  const edition = isPrepared(report) ? report.edition : (options.edition ?? makeEdition('braille'));
  const context = createContext(report, edition, options);
  return writePreview(await toBraille(report, options), context.words('en'));
}
