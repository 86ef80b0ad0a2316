import {
  renderToBytes,
  type Context,
  type PreparedReport,
  type RenderSettings,
  type Renderer,
  type Report,
  makeEdition,
} from '@everyread/core';
import { docxOptionSchema, type DocxOptions } from './options.js';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What makes the file, with the library of Word, is loaded when a file is made, not when the format is listed. */
const makeFileModule = (): Promise<typeof import('./make-file.js')> => import('./make-file.js');

/** Word: for screen readers, and in large print. */
export const docx: Renderer<DocxOptions> = {
  name: 'docx',
  title: 'Word document',
  audience: 'For people who use a screen reader, or who want to change the type and colours themselves.',
  audiences: { 'large-print': 'For people who need large print, on paper or on a screen; size and colours can still be changed in Word.' },
  extension: 'docx',
  mediaType,
  editions: ['screen-reader', 'large-print', 'summary'],
  options: docxOptionSchema,
  preload: () => makeFileModule().then(({ layoutModule }) => layoutModule()),
  async *render(report: PreparedReport, options: DocxOptions, context: Context) {
    const { makeFile } = await makeFileModule();
    const body = await makeFile(report, options, context);
    yield { path: `${context.slug}${report.edition.name === 'screen-reader' ? '' : `-${report.edition.name}`}.docx`, mediaType, body };
  },
};

/** What `toDocx` takes: the options of the format, the settings of a run, and the type size as a short cut. */
export interface ToDocxOptions extends DocxOptions, RenderSettings {
  /** Size of the smallest type in points: from 16 to 28 it is a large-print edition. Default 12. */
  typeSizePt?: number;
}

/**
 * Makes a Word file of a report.
 *
 * @example
 * const bytes = await toDocx(report, { typeSizePt: 18 });
 *
 * @returns the bytes of the .docx file
 * @throws {EveryreadError} when the report has errors and no `message` was given, or the signal aborts
 * @throws {RangeError} when the type size is over 28 points, or is between 12 and 16
 */
export function toDocx(report: Report | PreparedReport, options: ToDocxOptions = {}): Promise<Uint8Array> {
  const { typeSizePt, pageNumbers, embedFonts, titlePage, ...settings } = options;
  const edition =
    settings.edition ??
    (typeSizePt === undefined || typeSizePt <= 12
      ? makeEdition('screen-reader', typeSizePt === undefined ? {} : { typeSizePt })
      : makeEdition('large-print', { typeSizePt }));
  return renderToBytes(
    docx,
    report,
    {
      ...(pageNumbers ? { pageNumbers } : {}),
      ...(embedFonts === undefined ? {} : { embedFonts }),
      ...(titlePage === undefined ? {} : { titlePage }),
    },
    { ...settings, edition },
  );
}
