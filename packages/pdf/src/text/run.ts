import type { Note } from '@everyread/core';
import type { Leaf, Element } from '../engine/structure.js';
import type { PdfImage } from '../engine/pdfkit.js';
import type { FaceStyle } from './face-book.js';

/** How a run looks. */
export interface RunStyle {
  style: FaceStyle;
  sizePt: number;
  colour: string;
  risePt: number;
  /** A line through it. */
  struck?: boolean;
}

/** A link that runs lead through: one annotation for each fragment of a line. */
export interface LinkTarget {
  /** The Link element that owns the annotations. */
  element: Element;
  /** A web address, or … */
  url?: string;
  /** … the name of a place in the report. */
  target?: string;
  /** What the annotation says (PDF/UA-1 7.18.5). */
  contents: string;
  /** The colour of the line below its words: colour alone would not tell them from others (WCAG 2.2, 1.4.1). */
  underline?: string;
  /** A place whose page the annotation says as `{n}`. */
  page?: string;
}

/** A stretch of text of one look and one place in the structure. */
export interface Run {
  /** Text, or a function of the page numbers that are known once the report is laid out. */
  text: string | (() => string);
  style: RunStyle;
  /** Its place in the reading order; absent for text that only the printed page needs. */
  leaf?: Leaf | undefined;
  link?: LinkTarget | undefined;
  /** A note whose mark this is. */
  note?: Note | undefined;
  /** Places that begin here. */
  anchors?: string[] | undefined;
  /** A picture in the line instead of text, with its size. */
  image?: { image: PdfImage; widthPt: number; heightPt: number } | undefined;
  /** A new line after it. */
  breakAfter?: boolean;
  /** The direction asked for. */
  dir?: 'ltr' | 'rtl' | undefined;
}
