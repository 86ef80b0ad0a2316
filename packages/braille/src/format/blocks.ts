import type { BrailleText } from '../text/braille-text.js';

/** One line on a page. */
export interface Line {
  /** Cells, indent included, no blanks at the end. */
  cells: string;
  /** The print that the line came from, for the preview. */
  print: string;
  /** The cells of the text alone, where the page number shares the line. */
  body?: string;
}

interface Spaced {
  /** Blank lines before and after; the larger of two neighbours counts. */
  before?: number;
  after?: number;
  /** Names of places that begin here, for page references. */
  ids?: readonly string[];
  /** Goes to the next page with the block that follows: a heading wholly, other text with its last lines. */
  keepWithNext?: boolean;
}

/** Running text. Offsets count from 0. */
export interface TextBlock extends Spaced {
  kind: 'text';
  text: BrailleText;
  first: number;
  rest: number;
  align?: 'centre' | 'right';
  /** Blank cells on each side that centred text leaves. */
  free?: number;
  /** Set for headings: level and text for contents and running heads. */
  heading?: { depth: number; id: string };
}

/** Lines that are laid out already, such as a table. */
export interface LinesBlock extends Spaced {
  kind: 'lines';
  lines: readonly Line[];
  /** Lines that stand again at the top of a page on which the block goes on. */
  repeat?: readonly Line[];
  /** How many lines at least stand together at the start. */
  together?: number;
}

/** A new page of the print edition begins. */
export interface PrintPageBlock {
  kind: 'print-page';
  label: string;
  id: string;
  /** The label in Braille. */
  cells: string;
}

/** A new Braille page begins, and perhaps a new volume. */
export interface PageStartBlock {
  kind: 'page-start';
}

export type Block = TextBlock | LinesBlock | PrintPageBlock | PageStartBlock;
