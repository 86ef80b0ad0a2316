import {
  narratorsOf,
  reportIdentifier,
  resolveTheme,
  ruleMessage,
  sayMissingAlternatives,
  type Context,
  type Narration,
  type Palette,
  type PreparedReport,
} from '@everyread/core';
import { untitledLabels } from '@everyread/html';
import type { ZipStreamEntry } from '@everyread/zip';
import { FileNames } from './media/file-names.js';
import { loadFonts } from './media/fonts.js';
import { loadPictures, type Picture } from './media/pictures.js';
import { epubRules } from './messages.js';
import type { EpubOptions } from './options.js';
import { planOverlays, type OverlayPlan } from './overlay/plan.js';
import { durationOf, makeOverlay } from './overlay/smil.js';
import { makeContainer } from './package/container.js';
import { accessibilityOf, type BookFacts } from './package/features.js';
import type { ManifestItem } from './package/manifest.js';
import { makeNavigation, makeNcx, navEntries, type Navigation } from './package/navigation.js';
import { makePackage } from './package/opf.js';
import { summarise } from './package/summary.js';
import { drawCover } from './text/cover.js';
import { makeDocument } from './text/document.js';
import { makeDocuments, stylesheetHref, titlePageHref, type BookDocument } from './text/documents.js';
import { makeStyle } from './text/style.js';
import { el } from './xml.js';

const encoder = new TextEncoder();
const mediaTypes = {
  xhtml: 'application/xhtml+xml',
  smil: 'application/smil+xml',
  ncx: 'application/x-dtbncx+xml',
  css: 'text/css',
} as const;

/** A file of the book: what the manifest says and where its bytes come from. */
interface BookFile extends ManifestItem {
  body: Uint8Array | (() => Promise<Uint8Array>) | (() => AsyncIterable<Uint8Array>);
}

/** Makes the files of a book, `mimetype` first. Pictures and audio are opened one at a time, when their turn comes. */
export async function* bookEntries(report: PreparedReport, options: EpubOptions, context: Context): AsyncGenerator<ZipStreamEntry> {
  const { meta } = report;
  const theme = resolveTheme(meta.theme, 4.5, meta.publisher, context.message);
  const pictures = await loadPictures(report, new FileNames(), context);
  const documents = makeDocuments(report, pictures, theme, context.narration !== undefined);
  const text = documents.map((document) => document.survey.text).join('');
  const fonts = (options.embedFonts ?? true) ? await loadFonts(theme, `${meta.title}${text}`, context) : [];
  const overlays = context.narration && planOverlays(context.narration, documents, context);
  const cover = coverFiles(report, pictures, options, theme.light, context);
  const navigation = describeNavigation(report, documents, options, context);
  const files: BookFile[] = [
    ...cover,
    ...documents.map((document, index) => documentFile(document, overlays?.items.has(document.href) ? overlayId(index) : undefined)),
    { id: 'nav', href: 'nav.xhtml', mediaType: mediaTypes.xhtml, properties: ['nav'], spine: true, body: makeNavigation(navigation) },
    { id: 'ncx', href: 'toc.ncx', mediaType: mediaTypes.ncx, body: makeNcx(navigation) },
    { id: 'style', href: stylesheetHref, mediaType: mediaTypes.css, body: encoder.encode(makeStyle(theme, fonts)) },
    ...fonts.map((font, index): BookFile => ({ id: `font-${index + 1}`, href: font.href, mediaType: font.mediaType, body: font.body })),
    ...[...pictures.values()]
      .filter((picture) => picture.path !== meta.cover)
      .map((picture, index) => pictureFile(picture, `picture-${index + 1}`, context)),
    ...narrationFiles(documents, overlays, context),
  ];
  const opf = makePackage({
    meta,
    identifier: navigation.identifier,
    modified: context.now,
    ...accessibilityStatement(report, documents, overlays, context),
    items: inReadingOrder(files),
    ...(report.pages.length > 0 ? { pageBreakSource: [meta.title, meta.publisher, meta.date].filter(Boolean).join(', ') } : {}),
    ...(context.narration && overlays ? { narration: describeNarration(context.narration, documents, overlays) } : {}),
  });
  yield { path: 'mimetype', body: encoder.encode('application/epub+zip') };
  yield { path: 'META-INF/container.xml', body: makeContainer() };
  yield { path: 'EPUB/package.opf', body: opf };
  for (const [index, file] of files.entries()) {
    context.signal.throwIfAborted();
    context.progress({ task: `EPUB: ${file.href}`, done: index, total: files.length });
    const body = file.body instanceof Uint8Array ? file.body : await file.body();
    yield { path: `EPUB/${file.href}`, body };
  }
}

/** Cover, title page, contents, chapters. */
function inReadingOrder(files: readonly BookFile[]): BookFile[] {
  const rank = (file: BookFile): number => (file.id === 'cover' ? 0 : file.id === 'title-page' ? 1 : file.id === 'nav' ? 2 : 3);
  return [...files].sort((a, b) => rank(a) - rank(b));
}

const overlayId = (index: number): string => `overlay-${index + 1}`;
const overlayHref = (document: BookDocument): string => `overlays/${document.href.replace('.xhtml', '.smil')}`;

function documentFile(document: BookDocument, mediaOverlay: string | undefined): BookFile {
  return {
    id: document.id,
    href: document.href,
    mediaType: mediaTypes.xhtml,
    spine: true,
    body: document.body,
    ...(document.survey.svg ? { properties: ['svg'] as const } : {}),
    ...(mediaOverlay ? { mediaOverlay } : {}),
  };
}

function pictureFile(picture: Picture, id: string, context: Context, properties?: ManifestItem['properties']): BookFile {
  return {
    id,
    href: picture.href,
    mediaType: picture.mediaType,
    body: async () => (await context.assets.load(picture.path)).body,
    ...(properties ? { properties } : {}),
  };
}

/** The cover picture and the page that shows it; drawn from the title where the report has none. */
function coverFiles(
  report: PreparedReport,
  pictures: ReadonlyMap<string, Picture>,
  options: EpubOptions,
  palette: Palette,
  context: Context,
): BookFile[] {
  const { meta } = report;
  const given = meta.cover === undefined ? undefined : pictures.get(meta.cover);
  if (given === undefined && options.makeCover === false) return [];
  const href = given?.href ?? 'images/cover-of-the-report.svg';
  const alt = given === undefined ? [meta.title, meta.subtitle, meta.publisher].filter(Boolean).join('. ') : (meta.coverAlt ?? meta.title);
  const page = makeDocument({
    lang: meta.lang,
    title: meta.title,
    stylesheet: stylesheetHref,
    className: 'cover',
    body: el('p', {}, el('img', { src: href, alt, role: 'doc-cover', 'epub:type': 'cover' })),
  });
  const item = { id: 'cover-image', href, properties: ['cover-image'] as const };
  return [
    { id: 'cover', href: 'cover.xhtml', mediaType: mediaTypes.xhtml, spine: true, body: page },
    given === undefined
      ? { ...item, mediaType: 'image/svg+xml', body: drawCover(meta, palette) }
      : { ...item, mediaType: given.mediaType, body: async () => (await context.assets.load(given.path)).body },
  ];
}

function narrationFiles(documents: readonly BookDocument[], overlays: OverlayPlan | undefined, context: Context): BookFile[] {
  if (context.narration === undefined || overlays === undefined) return [];
  const smil = documents.flatMap((document, index): BookFile[] => {
    const items = overlays.items.get(document.href);
    return items === undefined
      ? []
      : [
          {
            id: overlayId(index),
            href: overlayHref(document),
            mediaType: mediaTypes.smil,
            body: makeOverlay(`../${document.href}`, items),
          },
        ];
  });
  const audio = context.narration.files.map((file, index): BookFile => ({
    id: `audio-${index + 1}`,
    href: overlays.audioHrefs[index]!,
    mediaType: file.mediaType,
    body: file.body,
  }));
  return [...smil, ...audio.filter((file) => overlays.used.has(file.href))];
}

function describeNarration(
  narration: Narration,
  documents: readonly BookDocument[],
  overlays: OverlayPlan,
): { narrators: string[]; totalMs: number; overlays: { id: string; durationMs: number }[] } {
  return {
    narrators: narratorsOf(narration),
    totalMs: overlays.totalMs,
    overlays: documents.flatMap((document, index) => {
      const items = overlays.items.get(document.href);
      return items === undefined ? [] : [{ id: overlayId(index), durationMs: durationOf(items) }];
    }),
  };
}

function describeNavigation(
  report: PreparedReport,
  documents: readonly BookDocument[],
  options: EpubOptions,
  context: Pick<Context, 'edition'>,
): Navigation {
  const { meta, words } = report;
  const places = new Map(documents.flatMap(({ href, survey }) => survey.ids.map((id) => [id, href] as const)));
  const hrefOf = (id: string): string => `${places.get(id) ?? titlePageHref}#${encodeURIComponent(id)}`;
  const labels = untitledLabels(report);
  const entries = navEntries(
    report.outline,
    options.contentsDepth ?? 3,
    hrefOf,
    (entry) => entry.text || labels.get(entry.id) || meta.title,
  );
  const firstChapter = documents.find((document) => document.kind === 'chapter') ?? documents[0]!;
  return {
    lang: meta.lang,
    words,
    identifier: reportIdentifier(meta, context.edition.name),
    title: meta.title,
    entries: entries.length > 0 ? entries : [{ label: meta.title, href: titlePageHref, children: [] }],
    landmarks: [
      { type: 'toc', label: words.contents, href: 'nav.xhtml#toc', ours: true },
      { type: 'bodymatter', label: meta.title, href: firstChapter.href },
    ],
    pages: report.pages.map((page) => ({ label: page.label, href: hrefOf(page.id) })),
    stylesheet: stylesheetHref,
  };
}

function accessibilityStatement(
  report: PreparedReport,
  documents: readonly BookDocument[],
  overlays: OverlayPlan | undefined,
  context: Context,
) {
  const sum = (count: (document: BookDocument) => number): number => documents.reduce((total, document) => total + count(document), 0);
  const facts: BookFacts = {
    images: sum(({ survey }) => survey.images),
    imagesWithoutAlt: sayMissingAlternatives(report, 'epub', context),
    charts: sum(({ survey }) => survey.charts),
    longDescriptions: sum(({ survey }) => survey.longDescriptions),
    tables: sum(({ survey }) => survey.tables),
    pageBreaks: report.pages.length,
    narrated: overlays !== undefined && overlays.totalMs > 0,
    fullyNarrated: overlays !== undefined && overlays.totalMs > 0 && overlays.lost === 0,
  };
  const { meta } = report;
  if (meta.accessibility?.certifier === undefined) {
    context.message(
      ruleMessage(epubRules['epub-conformance'], {
        source: 'epub',
        place: { line: 1, column: 1 },
        reason: 'The EPUB claims no conformance to EPUB Accessibility, for nobody is named who certifies it',
      }),
    );
  }
  const words = context.words(meta.lang);
  const made = meta.accessibility?.summary;
  return {
    accessibility: accessibilityOf(facts, meta),
    accessibilitySummary: made === undefined ? { text: summarise(facts, words), lang: words.lang } : { text: made, lang: meta.lang },
  };
}
