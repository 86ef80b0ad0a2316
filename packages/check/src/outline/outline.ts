import type { Position } from 'unist';

/** What every item of an outline has. */
interface ItemBase {
  /** The heading under which it stands: the place that a message names. */
  readonly under: string;
  /** Where it stands in the source; only in the outline of a model. */
  readonly position?: Position | undefined;
}

/** A heading. */
export interface HeadingItem extends ItemBase {
  readonly kind: 'heading';
  /** 1 for the main sections, as in the model; the title of the report is 0. */
  readonly level: number;
  readonly text: string;
  /** Of the model: its words, cut where an edition may add some. */
  readonly pieces?: readonly string[];
}

/** A block of words. */
export interface TextItem extends ItemBase {
  readonly kind: 'text';
  readonly text: string;
}

/** A picture that is not decorative. `text` is empty where the alternative was forgotten. */
export interface AlternativeItem extends ItemBase {
  readonly kind: 'alternative';
  readonly text: string;
}

/** A table that holds data. */
export interface TableItem extends ItemBase {
  readonly kind: 'table';
  readonly caption?: string;
  /** Of the model: the data of a chart. */
  readonly chart?: boolean;
  readonly rows: readonly (readonly TableCellItem[])[];
  /** Whether it stands as a list of records, each begun by its first cell, whatever that is in the table. */
  readonly asRecords?: boolean;
}

/** One of its cells. */
export interface TableCellItem {
  readonly text: string;
  /** What the cell is the header of. */
  readonly header?: 'col' | 'row';
}

/** A link that leads out of the report. */
export interface LinkItem extends ItemBase {
  readonly kind: 'link';
  readonly text: string;
  /** A full address; links inside the file are judged by the reader. */
  readonly href: string;
}

/** The mark of a note in the text. */
export interface NoteMarkItem extends ItemBase {
  readonly kind: 'noteMark';
  readonly number: string;
}

/** The note itself. */
export interface NoteItem extends ItemBase {
  readonly kind: 'note';
  readonly number: string;
  readonly text: string;
}

/** Where a page of the printed edition begins. */
export interface PageItem extends ItemBase {
  readonly kind: 'page';
  readonly label: string;
}

/** Words in another language than the report's. */
export interface LanguageItem extends ItemBase {
  readonly kind: 'language';
  /** BCP 47 tag. */
  readonly lang: string;
  readonly text: string;
}

/** What stands in an outline, in reading order. */
export type Item = HeadingItem | TextItem | AlternativeItem | TableItem | LinkItem | NoteMarkItem | NoteItem | PageItem | LanguageItem;

/** The name of an item. */
export type ItemKind = Item['kind'];
/** The item of a given name. */
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;

/** Something that the reader of a format saw to be wrong, whatever the report says. */
export interface Fault {
  /** Id of a rule of this package. */
  readonly rule: string;
  readonly reason: string;
  readonly under?: string;
}

/** What stands on the pages of a Braille file, in Unicode Braille patterns. */
export interface BrailleText {
  /** Blocks as between empty rows; a blank cell is U+2800. */
  readonly blocks: readonly string[];
  /** Numbers of pages of the printed edition, in order; those that are no numbers are left out. */
  readonly printPages: readonly string[];
}

/** A document of any format as a reader meets it: one list, in reading order. */
export interface Outline {
  /** What was read: `html`, `docx`, … or `model`. */
  readonly format: string;
  readonly title?: string;
  /** BCP 47 tag. */
  readonly lang?: string;
  readonly items: readonly Item[];
  readonly faults: readonly Fault[];
  /** What the format can't hold, so that its absence is no difference. */
  readonly lacks?: readonly ItemKind[];
  /** Whether headings have no levels: chapters of sound. */
  readonly flatHeadings?: boolean;
  /** The deepest level that the format has, where it has fewer than a report: what lies deeper stands at this one. */
  readonly deepestHeading?: number;
  /** Whether some table stands as a list of records, for want of room. */
  readonly tablesAsRecords?: boolean;
  /** Whether print pages are words of the text, as the words of the report's language say them. */
  readonly pagesAsText?: boolean;
  /** The cells of a Braille format: its words are for an engine to read. */
  readonly braille?: BrailleText;
  /** The same document again, where one file holds it for several kinds of reader. */
  readonly versions?: readonly Outline[];
}

/** The items of one kind. */
export function itemsOf<K extends ItemKind>(
  outline: { readonly items: readonly Item[]; readonly format?: string; readonly faults?: readonly Fault[] },
  kind: K,
): ItemOf<K>[] {
  return outline.items.filter((item): item is ItemOf<K> => item.kind === kind);
}

/** Words of the model that an edition must hold, cut where a format may put words of its own between them. */
export interface Passage extends ItemBase {
  readonly pieces: readonly string[];
  /** Its language, where that is not the report's: fields of a node, such as the change of a figure, are in it too. */
  readonly lang?: string;
  /** Whether a format may choose the order: a figure and its label, the cells of a table. */
  readonly anyOrder?: boolean;
  /** A table, which a format of one line after the other says row by row: its column headers, which it may say with each row. */
  readonly byRows?: readonly string[];
  /** Pieces that a format of one line after the other may leave to the sentence of a chart: the heads of its columns. */
  readonly heads?: readonly string[];
  /** Other words that may stand for a piece: a figure as it is said. */
  readonly either?: Readonly<Record<string, string>>;
}

/** How to ask for another format: its words, cut at its addresses, and what those open. */
export interface ContactItem {
  readonly pieces: readonly string[];
  readonly links: readonly Pick<LinkItem, 'text' | 'href'>[];
}

/** The outline of a prepared report: what every edition of it must hold. */
export interface ModelOutline extends Outline {
  readonly format: 'model';
  /** The words in reading order, without those of the notes. */
  readonly passages: readonly Passage[];
  /** How to ask for another format. An edition has it on its title page, or at its foot. */
  readonly contact?: ContactItem;
  /** Fixed words that formats add, without the places to fill. */
  readonly fixedWords: readonly string[];
  /** The ways in which the text may say that a page of the printed edition begins. */
  pageWords(label: string): readonly string[];
}
