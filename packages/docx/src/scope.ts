import type { Chart, HandlerTable, PreparedReport, Words } from '@everyread/core';
import type { IBordersOptions, IRunOptions, IShadingAttributesProperties, Paragraph, ParagraphChild, Table, TableOfContents } from 'docx';
import type { VFileMessage } from 'vfile-message';
import type { BookmarkNames } from './bookmarks.js';
import type { Design, Twips } from './design.js';
import type { Typeface } from './font/typeface.js';
import type { Lists } from './lists.js';
import type { SourceMarks } from './source-marks.js';
import type { Picture } from './picture/picture.js';
import type { PictureFiles } from './picture/picture-files.js';
import type { PlainContents } from './plain/plain-contents.js';
import type { PlainParagraph } from './plain/plain-pieces.js';
import type { PlainTable } from './plain/plain-table.js';
import type { PlainWriter } from './plain/plain-writer.js';

/** A thematic break: the next paragraph gets a line above it, so that no empty paragraph is needed. */
export const thematicMark = Symbol('thematic break');

/** What stands among blocks. */
export type Block = Paragraph | PlainParagraph | Table | PlainTable | TableOfContents | PlainContents | typeof thematicMark;
/** What a handler makes: blocks, or pieces of a line. */
export type Out = readonly (Block | ParagraphChild)[];

/** The look that inline nodes pass down to the text in them. */
export interface RunState {
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
  link?: boolean;
  code?: boolean;
  /** The paragraph's style is bold, so bold words must not ask for it: the two would cancel out (ECMA-376 17.7.3). */
  inBold?: boolean;
  /** BCP 47 tag, where it is not the document's. */
  lang?: string;
  rightToLeft?: boolean;
  /** Colour as six hexadecimal digits. */
  colour?: string;
}

/** The look that blocks pass down to the paragraphs in them. */
export interface Frame {
  /** Paragraph style of running text; absent for the Normal style. */
  style?: string;
  left: Twips;
  right?: Twips;
  border?: IBordersOptions;
  shading?: IShadingAttributesProperties;
  /** Kept whole and on one page with what follows. */
  keepNext?: boolean;
}

/** The list that an item stands in. */
export interface ListPlace {
  reference: string;
  instance?: number;
  level: number;
}

/** One document in the making: shared by all handlers. */
export interface Job {
  readonly report: PreparedReport;
  readonly design: Design;
  readonly typeface: Typeface;
  readonly words: Words;
  readonly names: BookmarkNames;
  /** Keeps what Word has no place for. */
  readonly marks: SourceMarks;
  /** Pictures by path; a picture that could not be used is absent. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly charts: ReadonlyMap<Chart, Picture>;
  readonly files: PictureFiles;
  readonly lists: Lists;
  /** Writes the plain blocks of a document that is not laid out; absent where `docx` must see them all. */
  readonly plain?: PlainWriter;
  /** Whether this document has page numbers of its own in references. */
  readonly paged: boolean;
  /** Places whose page could not be worked out. */
  readonly unknownPages: ReadonlySet<string>;
  /** Properties of runs by their look. */
  readonly looks: Map<string, IRunOptions>;
  /** The same by the state that many runs share. */
  readonly looksOf: WeakMap<RunState, IRunOptions>;
  readonly handlers: HandlerTable<Scope, Out>;
  readonly message: (message: VFileMessage) => void;
  /** Names of places that the next paragraph carries. */
  anchors: string[];
  /** List item that the next paragraph begins. */
  marker: ListPlace | undefined;
  /** What the next paragraph begins with. */
  lead: ParagraphChild[];
  /** Framed blocks so far: quotations, callouts. */
  frameCount: number;
  /** Notes whose mark was printed. */
  readonly markedNotes: Set<number>;
  /** Abbreviations that were spelt out. */
  readonly expanded: Set<string>;
  /** Pictures so far, for their names. */
  pictureCount: number;
  /** Whether a table was the last that was made: Word joins two tables that nothing stands between. */
  afterTable: boolean;
  pronunciationTold: boolean;
  /** Bookmarks whose page a reference prints. */
  readonly pagesAsked: Set<string>;
}

/** What a handler knows: the job, and what its parents hand down. */
export interface Scope {
  readonly job: Job;
  readonly place: 'block' | 'line';
  readonly run: RunState;
  readonly frame: Frame;
  /** Room for pictures and tables. */
  readonly width: Twips;
  readonly list?: ListPlace;
  /** How many lists of the first level are open around. */
  readonly openLists?: number;
  /** Straight after another list: Word would go on with that one. */
  readonly afterList?: boolean;
  /** Inside a note, where Word has no marks for further notes. */
  readonly inNote?: boolean;
}
