import type { Line } from './format/blocks.js';

/** One page as it is embossed: every line, running head and page number included. */
export interface BraillePage {
  /** At most `linesPerPage` lines; blank lines at the end are left out. */
  lines: Line[];
  /** The page number as it is printed in Braille, in ordinary figures for people: `t2`, `17`. */
  number: string;
  /** Indices of the lines that are no text: running head, page numbers, repeated table heads. */
  furniture: number[];
}

/** Front pages or text. */
export interface BrailleSection {
  kind: 'front' | 'body';
  pages: BraillePage[];
}

/** One bound volume. */
export interface BrailleVolume {
  number: number;
  sections: BrailleSection[];
}

/** How the Braille was made: recorded in the files. */
export interface BrailleProvenance {
  engine: string;
  engineVersion: string;
  code: string;
  grade: 1 | 2;
  tables: string[];
  /** SHA-256 of all table bytes. */
  tablesSha256: string;
  profile: string;
}

/** A report as formatted Braille. */
export interface BrailleDocument {
  title: string;
  lang: string;
  author?: string;
  publisher?: string;
  date?: string;
  rights?: string;
  identifier: string;
  description?: string;
  cols: number;
  rows: number;
  duplex: boolean;
  volumes: BrailleVolume[];
  provenance: BrailleProvenance;
  /** Where each heading stands: its name and Braille page number. */
  headings: { id: string; text: string; depth: number; page: string; volume: number }[];
}

/** Every page in order. */
export function allPages(document: BrailleDocument): BraillePage[] {
  return document.volumes.flatMap((volume) => volume.sections.flatMap((section) => section.pages));
}

/** The lines of text alone, without running heads, page numbers, repeated heads and front pages: for proofs. */
export function bodyLines(document: BrailleDocument): Line[] {
  return document.volumes.flatMap((volume) =>
    volume.sections
      .filter((section) => section.kind === 'body')
      .flatMap((section) =>
        section.pages.flatMap((page) =>
          page.lines
            .filter((_, index) => !page.furniture.includes(index))
            .map((line) => ({ cells: line.body ?? line.cells, print: line.print })),
        ),
      ),
  );
}
