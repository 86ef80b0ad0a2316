import type { Chart, Context, Note, PreparedReport, Table, Words } from '@everyread/core';
import type { Sheet } from './design/sheet.js';
import type { PdfImage } from './engine/pdfkit.js';
import type { Element } from './engine/structure.js';
import type { Box } from './layout/flow.js';
import type { LinkMaker } from './text/draw.js';
import type { FaceBook } from './text/face-book.js';
import type { PdfOptions } from './options.js';

/** A picture of the report, ready to be drawn, or why it is not. */
export type LoadedImage = { image: PdfImage; widthPt: number; heightPt: number } | { reason: string };

/** What every handler shares while one document is made. */
export interface World {
  readonly report: PreparedReport;
  readonly context: Context;
  readonly options: Required<Pick<PdfOptions, 'addresses' | 'printPages' | 'cover'>> & { ua2: boolean };
  readonly sheet: Sheet;
  readonly book: FaceBook;
  readonly words: Words;
  readonly images: ReadonlyMap<string, LoadedImage>;
  readonly link: LinkMaker;
  readonly logo: { path: string; alt: string } | undefined;
  /** The page, counted from 1, on which a place begins; known once the report has been laid on pages. */
  pageOf(name: string): number | undefined;
  /** Elements that links lead to, by name: PDF/UA-2 points at the element and not at the page. */
  readonly places: Map<string, Element>;
  /** The lines of each note, made when its first mark is met. */
  readonly notes: Map<Note, Box[]>;
  /** Notes that wait for the end of their section or of the report. */
  readonly waitingNotes: Note[];
  /** Says that a table was turned into records. */
  recordsFor(table: Table): void;
  /** Says that a chart was not drawn. */
  notDrawn(chart: Chart): void;
}
