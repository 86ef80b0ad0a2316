import { makeEdition, renderToBytes, type PreparedReport, type Renderer, type RenderSettings, type Report } from '@everyread/core';
import { pdfOptionSchema, type PdfOptions } from './options.js';

/** The layout engine is loaded when a PDF is made, not when the format is listed. */
const makeModule = (): Promise<typeof import('./make.js')> => import('./make.js');

/** PDF: tagged for screen readers (PDF/UA), or in large print. */
export const pdfRenderer: Renderer<PdfOptions> = {
  name: 'pdf',
  title: 'PDF document',
  audience: 'For people who read on a screen or on paper, with a screen reader or without.',
  audiences: { 'large-print': 'For people who need large print, ready for paper, with a screen reader or without.' },
  extension: 'pdf',
  mediaType: 'application/pdf',
  editions: ['screen-reader', 'large-print', 'summary'],
  options: pdfOptionSchema,
  preload: makeModule,
  async *render(report: PreparedReport, options: PdfOptions, context) {
    const { makePdf } = await makeModule();
    const { bytes } = await makePdf(report, options, context);
    yield { path: `${context.slug}.pdf`, mediaType: 'application/pdf', body: bytes };
  },
};

/** Options of {@link toPdf}: those of the format, those of the run, and the type size. */
export type ToPdfOptions = PdfOptions &
  RenderSettings & {
    /** Make large print, with type of this size in points, 16 to 28. */
    typeSizePt?: number;
  };

/**
 * Makes a PDF of a report: tagged, with the screen-reader edition's look unless another edition or a type size is asked for.
 *
 * @param report - a report, prepared or not; a prepared one keeps its edition
 * @returns the bytes of the file
 * @throws {EveryreadError} code `document` for an error in the report, unless `message` is given; `aborted` when the signal aborts
 * @throws {RangeError} when `typeSizePt` is below 16 or above 28
 */
export function toPdf(report: Report | PreparedReport, options: ToPdfOptions = {}): Promise<Uint8Array> {
  const { typeSizePt, standard, archive, addresses, printPages, cover, ...settings } = options;
  if (typeSizePt !== undefined) settings.edition = makeEdition('large-print', { typeSizePt });
  return renderToBytes(pdfRenderer, report, { standard, archive, addresses, printPages, cover }, settings);
}
