import type { NeedKey, ScreenWords } from './screen-words.js';

export type { NeedKey, ScreenWords };

/** The fixed words that editions print or say. `{n}`, `{m}`, `{title}` … are filled by `fill()`. */
export interface Words {
  /** BCP 47 tag of the language these words are in. */
  readonly lang: string;
  readonly contents: string;
  readonly page: string;
  readonly pageOf: string;
  readonly printPage: string;
  readonly figure: string;
  readonly table: string;
  readonly chart: string;
  readonly image: string;
  readonly note: string;
  readonly notes: string;
  readonly noteMark: string;
  readonly backToText: string;
  readonly skipToContent: string;
  readonly summary: string;
  /** Title of the short edition. */
  readonly summaryTitle: string;
  readonly credit: string;
  readonly chartData: string;
  readonly description: string;
  readonly step: string;
  readonly warning: string;
  readonly tip: string;
  readonly important: string;
  readonly publishedBy: string;
  readonly quoteBy: string;
  readonly keyFigures: string;
  readonly largePrint: string;
  readonly deleted: string;
  readonly taskDone: string;
  readonly taskOpen: string;
  readonly row: string;
  readonly and: string;
  readonly chartSentence: string;
  readonly chartPart: string;
  readonly seriesPart: string;
  readonly noFigure: string;
  /** What a link says where it stands for itself: a web page, an e-mail address, a telephone number, a place in the report. */
  readonly linkWeb: string;
  readonly linkMail: string;
  readonly linkPhone: string;
  readonly linkPlace: string;
  /** What pages on a screen say beside the report: settings and the list of editions. */
  readonly screen: ScreenWords;
  /** What a voice says of the structure around the text. */
  readonly spoken: SpokenWords;
  /** Names of the lists in an e-book and what its accessibility summary is made of. */
  readonly book: BookWords;
}

/** Words of e-books: the lists that reading systems show, and sentences for shops and libraries. */
export interface BookWords {
  readonly landmarks: string;
  readonly pages: string;
  readonly structure: string;
  readonly alternatives: string;
  readonly charts: string;
  readonly printPages: string;
  readonly narrated: string;
  readonly noPictures: string;
}

/** Words that are only said: the structure that others see. */
export interface SpokenWords {
  readonly heading: string;
  readonly listOne: string;
  readonly listMany: string;
  readonly endOfList: string;
  readonly table: string;
  readonly columnOne: string;
  readonly columnMany: string;
  readonly rowOne: string;
  readonly rowMany: string;
  readonly columns: string;
  readonly cell: string;
  readonly blank: string;
  readonly endOfTable: string;
  readonly quote: string;
  readonly endOfQuote: string;
  readonly image: string;
  readonly imageWithout: string;
  readonly chart: string;
  readonly note: string;
  readonly endOfNote: string;
  readonly noteMark: string;
  readonly page: string;
  /** A place that a page number names in print, for listeners without pages: `{title}`. */
  readonly section: string;
  readonly link: string;
  readonly code: string;
  readonly endOfCode: string;
  /** After words that are struck out. */
  readonly endOfDeleted: string;
  readonly callout: string;
  readonly credit: string;
  readonly by: string;
  readonly otherLanguage: string;
  /** In place of words within a sentence that no voice can say. */
  readonly otherWords: string;
}

/** Fills `{name}` places. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
