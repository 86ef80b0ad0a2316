/** What the Braille editions print of their own. `{n}` and the like are filled by core's `fill()`. */
export interface BrailleWords {
  readonly lang: string;
  readonly volumeOf: string;
  readonly endOfVolume: string;
  readonly endOfReport: string;
  readonly braillePage: string;
  readonly braillePages: string;
  readonly transcribed: string;
  readonly specialSymbols: string;
  readonly transcriberNotes: string;
  readonly webAddresses: string;
  readonly noAlt: string;
  readonly chartSays: string;
  readonly tableListed: string;
  readonly tableLinear: string;
  readonly picturesNote: string;
  readonly tablesNote: string;
  readonly emphasisNote: string;
  readonly addressesNote: string;
  readonly printPagesNote: string;
  readonly unknownNote: string;
  readonly footnotesNote: string;
  readonly languageNote: string;
  readonly grade1: string;
  readonly grade2: string;
  readonly signs: Readonly<Record<import('./text/signs.js').SignName, string>>;
}

/** English, the only language so far: other reports get these words in English Braille. */
export const englishBrailleWords: BrailleWords = {
  lang: 'en',
  volumeOf: 'Volume {n} of {m}',
  endOfVolume: 'End of Volume {n}',
  endOfReport: 'The end',
  braillePage: 'Braille page {n}',
  braillePages: 'Braille pages {n} to {m}',
  transcribed: 'Transcribed into {code}, {grade}, by Everyread with {engine}.',
  specialSymbols: 'Special Symbols Used in This Volume',
  transcriberNotes: 'Transcriber’s Notes',
  webAddresses: 'Web addresses',
  noAlt: 'no description was given',
  chartSays: 'Chart: {text}',
  tableListed: 'The table is written as a list: each row begins at the margin, and each entry stands after the heading of its column.',
  tableLinear: 'The table is written in lines: its entries follow one another, divided by semicolons. The columns are: {columns}.',
  picturesNote:
    'Pictures and charts are described in words between the signs of a transcriber’s note. Pictures that only decorate are left out.',
  tablesNote: 'Tables that are too wide for the page are written as lists; a note says so before each.',
  emphasisNote: 'Bold print of figures, names, labels and headings is not shown, because it says nothing that the words do not.',
  addressesNote: 'The addresses of links are listed at the end, under “{title}”.',
  printPagesNote: 'The page numbers of the print edition are given as well as those of this one.',
  unknownNote: 'Signs for which there is no Braille are described between the signs of a transcriber’s note.',
  footnotesNote: 'Footnotes are gathered at the end, under “{title}”.',
  languageNote: 'Words in another language are written in the Braille of that language where there is one.',
  grade1: 'uncontracted (grade 1)',
  grade2: 'contracted (grade 2)',
  signs: {
    note: 'opening and closing transcriber’s note',
    bullet: 'bullet',
    italicWord: 'the next word is in italics',
    italicPassage: 'begin and end italics',
    boldWord: 'the next word is in bold',
    boldPassage: 'begin and end bold',
    pound: 'pound sign',
    euro: 'euro sign',
    dollar: 'dollar sign',
    percent: 'per cent',
    at: 'at sign',
    ampersand: 'ampersand',
    slash: 'forward slash',
    noteMark: 'the number of a footnote follows',
    guideDots: 'guide dots, leading to an entry at the right',
    printPage: 'a new page of the print edition begins',
    box: 'top and bottom line of a box',
    tableRule: 'line under the headings of a table',
    continuation: 'the word goes on in the next line',
    copyright: 'copyright sign',
  },
};
