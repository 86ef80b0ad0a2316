import type { Meta } from './meta.js';
import type { Edition } from './contracts/edition.js';
import type { FootnoteDefinition, Paragraph, Root } from './types.js';
import type { Words } from './words/words.js';

/** A report as a person wrote it: what the Markdown reader returns and JSON holds. */
export interface Report {
  meta: Meta;
  root: Root;
}

/** One entry of the outline. */
export interface OutlineEntry {
  /** The name for links. */
  id: string;
  /** The level, 1 for the main sections. */
  depth: number;
  /** The heading's text, white space folded. */
  text: string;
  /** The language of the heading where it is not the report's. */
  lang?: string;
  children: OutlineEntry[];
}

/** One note, with the marks that lead to it. */
export interface Note {
  /** Counted from 1 in the order of the first marks. */
  number: number;
  /** The name for links to the note. */
  id: string;
  /** The names of the marks in the text, for the ways back, in order. */
  referenceIds: string[];
  definition: FootnoteDefinition;
}

/** One page of the printed edition. */
export interface PrintPage {
  id: string;
  label: string;
}

/** Where a cross-reference leads. */
export interface ReferenceTarget {
  id: string;
  /** The heading or caption of the place, as text; absent for a block without a caption. */
  title?: string;
  /** The words for what it is and its number, such as “Table 2”; absent for sections. */
  number?: string;
  /** Whether the author wrote that number into the caption, which needs no other. */
  typed?: true;
  /** The print page on which it begins, where the report has print pages. */
  printPage?: string;
}

/** A report made ready for one edition: every renderer shares it and changes nothing in it. */
export interface PreparedReport {
  meta: Meta;
  /** Sections nested, ids and numbers set; no `summary` or `only` left; note definitions taken out. */
  root: Root;
  edition: Edition;
  outline: OutlineEntry[];
  notes: Note[];
  pages: PrintPage[];
  /** Every place that a link may lead to, by its name. */
  targets: ReadonlyMap<string, ReferenceTarget>;
  /** How to ask for another format, for the title page; absent where the front matter does not say. See `contactLine()`. */
  contact?: Paragraph;
  /** The fixed words of the report's language. */
  words: Words;
}
