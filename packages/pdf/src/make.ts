import {
  childrenOf,
  EveryreadError,
  is,
  resolveTheme,
  ruleMessage,
  toText,
  type Context,
  type Note,
  type PreparedReport,
  type ReportNode,
} from '@everyread/core';
import { makeSheet, type Sheet } from './design/sheet.js';
import { Canvas } from './engine/canvas.js';
import { asciiAddress, clean } from './engine/clean.js';
import { pdfString, Raw } from './engine/pdf-string.js';
import { deflateAlike } from './engine/deflate.js';
import { packObjects } from './engine/object-streams.js';
import { openDocument, type OpenDocument, type PdfRef } from './engine/pdfkit.js';
import { goTo, namedDestinations, writeBookmarks, type Destinations, type Place } from './engine/navigation.js';
import { srgbProfile } from './engine/srgb.js';
import { Element, ObjectKid, pdfBox, writeStructure } from './engine/structure.js';
import { makeXmp } from './engine/xmp.js';
import { Flow, settle, type Box } from './layout/flow.js';
import { paginate, type PageLayout } from './layout/paginate.js';
import { pdfRules } from './messages.js';
import type { PdfOptions } from './options.js';
import { layCover, layTitle } from './parts/cover.js';
import { layWaitingNotes } from './parts/note.js';
import { drawRunning } from './parts/running.js';
import { Pen } from './pen.js';
import { drawnText, embedPictures, findPictures } from './pictures.js';
import { codePoints } from './text/code-points.js';
import { FaceBook } from './text/face-book.js';
import { tellMissing } from './text/missing-characters.js';
import { openOwnFonts } from './text/own-fonts.js';
import type { LinkTarget } from './text/run.js';
import type { World } from './world.js';

/** A report laid on pages and written, the page count with it. */
export interface MadePdf {
  bytes: Uint8Array;
  pages: number;
}

/** Makes the file. */
export async function makePdf(report: PreparedReport, options: PdfOptions, context: Context): Promise<MadePdf> {
  return new Maker(report, options, context).make();
}

class Maker {
  private readonly document: OpenDocument;
  private readonly ua2: boolean;
  private readonly archive: boolean;
  private readonly places = new Map<string, Place>();
  private readonly annotationOwners = new Map<number, Element>();
  private readonly links: { link: LinkTarget; ref: PdfRef; box: number[]; key: number }[] = [];
  private nextKey = 0;
  private pages: PdfRef[] = [];

  constructor(
    private readonly report: PreparedReport,
    private readonly options: PdfOptions,
    private readonly context: Context,
  ) {
    const { meta } = report;
    this.ua2 = options.standard === 'ua-2';
    this.archive = !this.ua2 && options.archive !== false;
    this.document = openDocument(this.info(), meta.lang);
    deflateAlike(this.document);
    packObjects(this.document);
  }

  private info(): Record<string, unknown> {
    const { meta } = this.report;
    const info: Record<string, unknown> = {
      Title: new String(clean(meta.title)),
      Creator: new String('Everyread'),
      Producer: new String(producer),
      CreationDate: this.context.now,
      ModDate: this.context.now,
    };
    if (meta.author) info.Author = new String(clean(meta.author));
    if (meta.description) info.Subject = new String(clean(meta.description));
    return info;
  }

  async make(): Promise<MadePdf> {
    const { report, context, options } = this;
    const { edition, meta } = report;
    const theme = resolveTheme(meta.theme, edition.name === 'large-print' ? 7 : 4.5, meta.publisher, context.message);
    const sheet = makeSheet(edition, theme.light);
    const pictures = await findPictures(report.root, report.notes, [meta.cover, theme.logo?.path], context);
    const book = await FaceBook.load(
      this.document,
      codePoints(report, drawnText(pictures)),
      await openOwnFonts(theme, this.document, context),
    );
    const images = await embedPictures(pictures, this.document, book, context);
    this.checkAborted();
    const top = new Element('Document', undefined, { lang: meta.lang });
    const world: World = {
      report,
      context,
      options: {
        addresses: options.addresses ?? (sheet.largePrint || edition.links === 'address'),
        printPages: options.printPages ?? true,
        cover: options.cover ?? !isLeaflet(report),
        ua2: this.ua2,
      },
      sheet,
      book,
      words: report.words,
      images,
      logo: theme.logo,
      link: (canvas, link, left, y1, right, y2) => this.annotate(canvas, link, [left, canvas.height - y2, right, canvas.height - y1]),
      pageOf: (name) => {
        const place = this.places.get(name);
        return place === undefined ? undefined : place.page + 1;
      },
      places: new Map(),
      notes: new Map(),
      waitingNotes: [],
      recordsFor: (node) =>
        context.message(
          ruleMessage(pdfRules['pdf-table-records'], {
            node,
            source: 'pdf',
            reason: `The table is too wide for the page at ${edition.typeSizePt} points; its rows are printed as records`,
          }),
        ),
      notDrawn: (node) =>
        context.message(
          ruleMessage(pdfRules['pdf-chart-table'], {
            node,
            source: 'pdf',
            reason: `The chart is too high for a page at ${edition.typeSizePt} points; its figures are printed as a table alone`,
          }),
        ),
    };
    const flow = new Flow();
    const pen = new Pen(world, flow, top, { x: sheet.page.left, width: sheet.columnPt });
    this.write(pen);
    tellMissing(book.missing, report, context);
    const layout = this.lay(flow, world);
    // Pages hold what they need of it; what is drawn need not be kept.
    flow.items.length = 0;
    const canvases = this.draw(layout, world);
    this.finish(top, canvases, world);
    await this.document.finished;
    return { bytes: this.bytes(), pages: layout.length };
  }

  private checkAborted(): void {
    if (this.context.signal.aborted) throw new EveryreadError('aborted', 'Making the PDF was stopped');
  }

  private write(pen: Pen): void {
    const { report } = this;
    if (pen.world.options.cover) layCover(pen);
    else layTitle(pen);
    pen.blocks(report.root.children as ReportNode[]);
    // A note that no mark leads to stands at the end, so that nothing is lost.
    for (const note of report.notes) if (note.referenceIds.length === 0) pen.world.waitingNotes.push(note);
    layWaitingNotes(pen);
  }

  /** Lays the report on pages until the page numbers printed in it are those of the pages. */
  private lay(flow: Flow, world: World): PageLayout[] {
    const { sheet } = world;
    const settings = {
      top: sheet.page.top,
      bottom: sheet.page.heightPt - sheet.page.bottom,
      noteGap: noteGap(sheet),
      note: (note: Note): readonly Box[] => world.notes.get(note) ?? [],
    };
    let layout: PageLayout[] = [];
    for (let round = 0; round < 4; round += 1) {
      layout = paginate(settle(flow.items), settings);
      if (!this.readPlaces(layout, world)) break;
    }
    return layout;
  }

  /** Notes where places begin; says whether any page changed. */
  private readPlaces(layout: readonly PageLayout[], world: World): boolean {
    let changed = false;
    const put = (name: string, page: number, y: number): void => {
      if (this.places.get(name)?.page !== page) changed = true;
      this.places.set(name, { page, y });
    };
    layout.forEach((page, index) => {
      for (const { box, y } of page.boxes) for (const name of box.anchors ?? []) put(name, index, y);
      let y = notesTop(page, world.sheet) + noteGap(world.sheet);
      for (const box of page.notes) {
        for (const name of box.anchors ?? []) put(name, index, y);
        y += box.height;
      }
    });
    return changed;
  }

  private draw(layout: readonly PageLayout[], world: World): Canvas[] {
    const { sheet } = world;
    const canvases: Canvas[] = [];
    for (const _page of layout) {
      this.document.addPage({ size: [sheet.page.widthPt, sheet.page.heightPt], margin: 0 });
      const { page } = this.document;
      const key = this.nextKey;
      this.nextKey += 1;
      (page.dictionary.data as Record<string, unknown>).StructParents = key;
      this.pages.push(page.dictionary);
      canvases.push(new Canvas(page, canvases.length));
    }
    layout.forEach((page, index) => {
      this.checkAborted();
      const canvas = canvases[index]!;
      for (const { surface, top, bottom, first, last } of [...page.surfaces].reverse()) surface.draw(canvas, top, bottom, first, last);
      for (const { box, y } of page.repeated) box.draw(canvas, y);
      for (const { box, y } of page.boxes) box.draw(canvas, y);
      if (page.notes.length > 0) {
        let y = notesTop(page, sheet);
        canvas.artifact('Layout');
        canvas.rect(sheet.page.left, y + sheet.body.sizePt * 0.7, sheet.columnPt / 4, 1, sheet.palette.rule);
        y += noteGap(sheet);
        for (const box of page.notes) {
          box.draw(canvas, y);
          y += box.height;
        }
      }
      if (!(index === 0 && world.options.cover)) drawRunning(canvas, world, index + 1);
      canvas.finish();
      for (const drawn of [page.boxes, page.repeated, page.surfaces, page.notes]) drawn.length = 0;
      this.context.progress({ task: 'Drawing pages', done: index + 1, total: layout.length });
    });
    return canvases;
  }

  private annotate(canvas: Canvas, link: LinkTarget, box: number[]): void {
    const ref = this.document.ref({});
    const key = this.nextKey;
    this.nextKey += 1;
    this.annotationOwners.set(key, link.element);
    this.links.push({ link, ref, box, key });
    canvas.annotate(ref);
    link.element.kids.push(new ObjectKid(ref, this.pages[canvas.index]!));
  }

  private finish(top: Element, canvases: readonly Canvas[], world: World): void {
    const { document, report } = this;
    const to: Destinations = {
      pages: this.pages,
      heightPt: world.sheet.page.heightPt,
      place: (name) => this.places.get(name),
      element: (name) => world.places.get(name),
    };
    for (const { link, ref, box, key } of this.links) this.writeLink(link, ref, box, key, to, world);
    const root = document._root.data;
    const structure = writeStructure(document, top, {
      ua2: this.ua2,
      pages: this.pages,
      owners: canvases.map((canvas) => canvas.owners),
      pageKeys: canvases.map((_, index) => index),
      annotationOwners: this.annotationOwners,
    });
    root.StructTreeRoot = structure;
    root.MarkInfo = { Marked: true };
    root.PageLabels = { Nums: [0, { S: 'D' }] };
    const bookmarks = writeBookmarks(document, report.outline, to, this.ua2);
    if (bookmarks) {
      root.Outlines = bookmarks;
      root.PageMode = 'UseOutlines';
    }
    (root.Names as PdfRef).data = { Dests: namedDestinations(document, this.places.keys(), to, this.ua2) };
    if (this.archive) root.OutputIntents = [this.outputIntent()];
    document.endMarkings = () => undefined;
    document.endMetadata = () => {
      root.Metadata = this.metadata();
    };
    document.end();
  }

  private writeLink(link: LinkTarget, ref: PdfRef, box: readonly number[], key: number, to: Destinations, world: World): void {
    const contents = link.page === undefined ? link.contents : link.contents.replace('{n}', String(world.pageOf(link.page) ?? ''));
    let action: string | undefined;
    if (link.target !== undefined) action = goTo(this.document, link.target, to, this.ua2);
    else if (link.url !== undefined) action = `<</S/URI/URI${pdfString(asciiAddress(link.url))}>>`;
    // Printed with the page (PDF/A-2 6.3.2), without a border of its own.
    ref.data = new Raw(
      `<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect${pdfBox(box)}/Contents${pdfString(contents)}/StructParent ${key}${action === undefined ? '' : `/A${action}`}>>`,
    );
    ref.end();
  }

  private outputIntent(): PdfRef {
    const profile = this.document.ref({ N: 3 });
    profile.write(srgbProfile());
    profile.end();
    const intent = this.document.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
      Info: new String('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    });
    intent.end();
    return intent;
  }

  private metadata(): PdfRef {
    const { meta } = this.report;
    const ref = this.document.ref({ Type: 'Metadata', Subtype: 'XML' });
    ref.compress = false;
    ref.write(
      new TextEncoder().encode(
        makeXmp({
          title: clean(meta.title),
          author: meta.author && clean(meta.author),
          description: meta.description && clean(meta.description),
          publisher: meta.publisher,
          rights: meta.rights,
          lang: meta.lang,
          date: this.context.now,
          producer,
          ua: this.ua2 ? 2 : 1,
          pdfA: this.archive,
        }),
      ),
    );
    ref.end();
    return ref;
  }

  private bytes(): Uint8Array {
    const { chunks } = this.document;
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    // pdfkit's versions stop at 1.7; the header of 2.0 is as long (ISO 32000-2 7.5.2).
    if (this.ua2) bytes.set(new TextEncoder().encode('%PDF-2.0'));
    return bytes;
  }
}

/** Between the text and the notes, the line between them included. */
const noteGap = (sheet: Sheet): number => sheet.body.sizePt * 1.6;
/** Where the notes' part of a page begins, the gap included. */
const notesTop = (page: PageLayout, sheet: Sheet): number => sheet.page.heightPt - sheet.page.bottom - page.notesHeight;

const producer = 'Everyread (pdfkit)';

/** Whether a report is a leaflet of about a page, of one section and without pictures: a cover would be as long as itself. */
function isLeaflet({ meta, outline, root }: PreparedReport): boolean {
  const pictured = root.children.some(function has(node): boolean {
    return is(node, 'chart') || is(node, 'figure') || childrenOf(node).some(has);
  });
  return meta.cover === undefined && outline.length <= 1 && !pictured && toText(root).length + meta.title.length < 1200;
}
