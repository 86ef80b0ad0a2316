import { resolveTheme, ruleMessage, type Context, type PreparedReport } from '@everyread/core';
import { BookmarkNames } from './bookmarks.js';
import { makeDesign } from './design.js';
import { makeDocument, type DocumentParts } from './document.js';
import { loadTypeface } from './font/typeface.js';
import { handlers as ownHandlers } from './handlers.js';
import { Lists } from './lists.js';
import { measureHyphen } from './measured-hyphens.js';
import { docxRules } from './messages.js';
import type { DocxOptions } from './options.js';
import { countStrange, hasListedHeading, isWithin, noPageNumbers, paginate, paginationBudget } from './page-numbers.js';
import { keepContentsHyphens } from './non-breaking.js';
import { PlainWriter } from './plain/plain-writer.js';
import { partsOf, type Parts } from './package/parts.js';
import { rewritePackage } from './package/rewrite.js';
import { coverArt } from './picture/cover-art.js';
import { loadPictures } from './picture/load-pictures.js';
import { PictureFiles } from './picture/picture-files.js';
import type { Job } from './scope.js';
import { SourceMarks } from './source-marks.js';
import { finishStyles } from './styles.js';

export { layoutModule } from './page-numbers.js';

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
  const hyphen = measureHyphen(typeface, report.edition.typeSizePt);
  const files = new PictureFiles();
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
      files,
      lists: new Lists(design),
      paged,
      ...(plain ? { plain } : {}),
      unknownPages,
      looks: new Map(),
      looksOf: new WeakMap(),
      handlers: ownHandlers,
      message: unknownPages.size > 0 ? () => undefined : context.message,
      anchors: [],
      marker: undefined,
      lead: [],
      frameCount: 0,
      markedNotes: new Set(),
      expanded: new Set(),
      pictureCount: 0,
      afterTable: false,
      pronunciationTold: false,
      pagesAsked: asked,
    };
    const parts: DocumentParts = {
      theme,
      pagination: paged ? await paginate(strange, hyphen, hasListedHeading(report.root.children)) : noPageNumbers(),
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
  files.putInto(written.file);
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
