import {
  renderToBytes,
  resolveTheme,
  type Context,
  type PreparedReport,
  type RenderSettings,
  type Renderer,
  type Report,
  makeEdition,
} from '@everyread/core';
import { BookmarkNames } from './bookmarks.js';
import { makeDesign } from './design.js';
import { makeDocument, type DocumentParts } from './document.js';
import { loadTypeface } from './font/typeface.js';
import { handlers as ownHandlers } from './handlers.js';
import { Lists } from './lists.js';
import { docxRules } from './messages.js';
import { docxOptionSchema, type DocxOptions } from './options.js';
import { countStrange, hasListedHeading, isWithin, noPageNumbers, paginate, paginationBudget } from './page-numbers.js';
import { keepContentsHyphens } from './non-breaking.js';
import { PlainWriter } from './plain/plain-writer.js';
import { partsOf, type Parts } from './package/parts.js';
import { rewritePackage } from './package/rewrite.js';
import { coverArt } from './picture/cover-art.js';
import { loadPictures } from './picture/load-pictures.js';
import type { Job } from './scope.js';
import { SourceMarks } from './source-marks.js';
import { finishStyles } from './styles.js';
import { ruleMessage } from '@everyread/core';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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
  async *render(report, options, context) {
    const body = await makeFile(report, options, context);
    yield { path: `${context.slug}${report.edition.name === 'screen-reader' ? '' : `-${report.edition.name}`}.docx`, mediaType, body };
  },
};

/**
 * Makes the bytes of a Word file.
 *
 * @param direct - whether plain blocks of a document without page numbers are written past `docx`: the bytes are the same, sooner
 */
export async function makeFile(report: PreparedReport, options: DocxOptions, context: Context, direct = true): Promise<Uint8Array> {
  const large = report.edition.typeSizePt >= 16;
  const theme = resolveTheme(report.meta.theme, large ? 7 : 4.5, report.meta.publisher, context.message);
  const design = makeDesign(report.edition, theme.light);
  const typeface = await loadTypeface(theme, context, !large);
  context.progress({ task: 'pictures', done: 0, total: 3 });
  const loaded = await loadPictures(report, design, typeface, context);
  const hasOwnCover = report.meta.cover !== undefined && loaded.pictures.has(report.meta.cover);
  const wantsArt = report.edition.images && options.titlePage !== false && report.outline.length > 1 && !hasOwnCover;
  const art = wantsArt ? coverArt(theme.light) : undefined;
  const paged = options.pageNumbers !== 'never' && isWithin(report.root.children, paginationBudget);
  const plain = paged || !direct ? undefined : new PlainWriter();
  const strange = paged ? countStrange(report.root.children, (codePoint) => typeface.regular.has(codePoint)) : 0;
  if (!paged && options.pageNumbers !== 'never' && report.outline.length > 1) {
    context.message(
      ruleMessage(docxRules['docx-page-numbers'], {
        source: 'docx',
        reason: 'The report is too long for its pages to be laid out; the contents list links to each section but has no page numbers',
      }),
    );
  }
  const write = async (unknownPages: ReadonlySet<string>): Promise<{ file: Parts; missing: Set<string>; source: string }> => {
    context.signal.throwIfAborted();
    const asked = new Set<string>();
    const names = new BookmarkNames();
    const marks = new SourceMarks(design.large);
    const job: Job = {
      report,
      design,
      typeface,
      words: report.words,
      names,
      marks,
      ...loaded,
      lists: new Lists(design),
      paged,
      ...(plain ? { plain } : {}),
      unknownPages,
      looks: new Map(),
      handlers: ownHandlers,
      message: unknownPages.size > 0 ? () => undefined : context.message,
      anchors: [],
      marker: undefined,
      lead: [],
      frameCount: 0,
      markedNotes: new Set(),
      expanded: new Set(),
      pictureCount: 0,
      pronunciationTold: false,
      pagesAsked: asked,
    };
    const parts: DocumentParts = {
      theme,
      pagination: paged ? paginate(strange, hasListedHeading(report.root.children)) : noPageNumbers(),
      titlePage: options.titlePage !== false,
      embedFonts: options.embedFonts !== false,
      ...(art ? { art } : {}),
    };
    const document = makeDocument(job, parts);
    context.progress({ task: 'pages', done: 1, total: 3 });
    const file = await partsOf(document);
    const known = parts.pagination.result()?.bookmarks;
    return { file, missing: new Set([...asked].filter((name) => !known?.has(name))), source: marks.part(report, names) };
  };
  let written = await write(new Set());
  // A page that could not be worked out is not printed as “page” with nothing after it: the title stands there instead.
  if (paged && written.missing.size > 0) written = await write(written.missing);
  context.progress({ task: 'file', done: 2, total: 3 });
  return rewritePackage(written.file, {
    meta: report.meta,
    now: context.now,
    finishBody: (xml) => {
      const filled = plain?.fill(xml) ?? xml;
      return large ? keepContentsHyphens(filled) : filled;
    },
    finishLinks: (xml) => plain?.fillLinks(xml) ?? xml,
    finishStyles: (xml) => finishStyles(xml, design),
    source: written.source,
  });
}

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
