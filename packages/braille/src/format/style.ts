/** Where things stand on the page. Cells and lines count from 1, as transcribers count them. */
export interface BrailleStyle {
  /** Cells in a line. */
  cellsPerLine: number;
  /** Lines on a page, running head and page number included. */
  linesPerPage: number;
  /** Where the Braille page number stands. */
  pageNumberAt: 'top' | 'bottom';
  /** Where the page number of the print edition stands, always in the top line. */
  printPageAt: 'left' | 'right';
  /** How a new print page is marked inside the text: a line of dots 36, or dots 5, 25 and the number, centred. */
  printPageMark: 'line' | 'centred';
  runningHead: boolean;
  /** Blank cells that must stay on each side of a centred heading. */
  headingFreeCells: number;
  /** Cell at which headings of level 2, and of level 3 and below, begin. */
  headingCell2: number;
  headingCell3: number;
  /** Whether main sections begin a page. */
  sectionOnNewPage: boolean;
  paragraphFirstCell: number;
  paragraphRunoverCell: number;
  /** Cells by which each level of a list stands further in. */
  listStep: number;
  /** Runovers two cells in from their own item, or two beyond the deepest level. */
  listRunover: 'item' | 'deepest';
  /** Cells by which a quotation stands in. */
  quoteIndent: number;
  /** First and runover cell of a described picture. */
  noteFirstCell: number;
  noteRunoverCell: number;
  /** Blank cells between the columns of a table. */
  tableGap: number;
  /** Blank cells that the text of a contents entry leaves at the right. */
  contentsMargin: number;
  /** Lines of text that must follow a heading on its page. */
  linesAfterHeading: number;
  /** Braille pages in a volume, its front pages not counted. */
  volumePages: number;
}

/** The style of a producer or country. Every number is an option. */
export type ProfileName = 'uk' | 'bana';

/**
 * `uk`: large-format page, after UKAAF B004 and RNIB practice. `bana`: Braille Formats of the Braille Authority
 * of North America. Where the texts could not be checked the value is common practice: see docs/formatting.md.
 */
export const profiles: Readonly<Record<ProfileName, BrailleStyle>> = {
  uk: {
    cellsPerLine: 38,
    linesPerPage: 25,
    pageNumberAt: 'top',
    printPageAt: 'left',
    printPageMark: 'centred',
    runningHead: true,
    headingFreeCells: 3,
    headingCell2: 5,
    headingCell3: 7,
    sectionOnNewPage: false,
    paragraphFirstCell: 3,
    paragraphRunoverCell: 1,
    listStep: 2,
    listRunover: 'item',
    quoteIndent: 2,
    noteFirstCell: 7,
    noteRunoverCell: 5,
    tableGap: 2,
    contentsMargin: 6,
    linesAfterHeading: 2,
    volumePages: 120,
  },
  bana: {
    cellsPerLine: 40,
    linesPerPage: 25,
    pageNumberAt: 'bottom',
    printPageAt: 'right',
    printPageMark: 'line',
    runningHead: true,
    headingFreeCells: 3,
    headingCell2: 5,
    headingCell3: 7,
    sectionOnNewPage: true,
    paragraphFirstCell: 3,
    paragraphRunoverCell: 1,
    listStep: 2,
    listRunover: 'deepest',
    quoteIndent: 0,
    noteFirstCell: 7,
    noteRunoverCell: 5,
    tableGap: 2,
    contentsMargin: 6,
    linesAfterHeading: 2,
    volumePages: 120,
  },
};
