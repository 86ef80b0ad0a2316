/** What no program can judge: who could, and how they go about it. */
export interface PersonCheck {
  title: string;
  steps: readonly string[];
}

const everywhere: readonly PersonCheck[] = [
  {
    title: 'Do the text alternatives tell what the pictures tell?',
    steps: [
      'Open index.html and the web page or the Word file.',
      'Read each text alternative beside its picture; the command everyread check report.md --alt-sheet pictures.html writes a page that shows them (put the name of your report for report.md).',
      'Ask: would I miss anything without the picture?',
    ],
  },
  {
    title: 'Does the reading make sense in order?',
    steps: [
      'Open one edition with a screen reader, such as NVDA or VoiceOver.',
      'Go from heading to heading, then through one table cell by cell.',
      'Follow a note and come back.',
    ],
  },
  {
    title: 'Do the links that lead out of the report arrive?',
    steps: ['Follow each of them in the web page.', 'Check that the page behind it is what the words of the link say.'],
  },
];

const kinds: readonly { formats: readonly string[]; check: PersonCheck }[] = [
  {
    formats: ['docx', 'pdf'],
    check: {
      title: 'Do the Word and PDF files work in the programs of your readers?',
      steps: [
        'Open the Word file in Word and run its Accessibility Checker (Review, Check Accessibility).',
        'Open the PDF in a reader such as Adobe Acrobat Reader, and go by its bookmarks.',
        'Print two pages of a large-print edition at full size (100%), one with a table, and let somebody with low vision read them.',
      ],
    },
  },
  {
    formats: ['mp3', 'daisy-2.02', 'daisy-3'],
    check: {
      title: 'Is it said as it should be?',
      steps: [
        'Listen to the first five minutes and to one table.',
        'Mark names and abbreviations that are said wrongly.',
        'Go by chapters and come back.',
        'Listen to a passage in another language, if there is one: is it in a voice of that language?',
      ],
    },
  },
  {
    formats: ['brf', 'pef', 'ebrl'],
    check: {
      title: 'Is the Braille right?',
      steps: [
        'Emboss two pages, or open them on a Braille display.',
        'Let somebody who reads Braille every day read them.',
        'Ask about contractions in names, numbers and tables.',
      ],
    },
  },
  {
    formats: ['mobi', 'azw3', 'epub'],
    check: {
      title: 'Can the e-books be read on a device?',
      steps: [
        'Open each on a device or an app that your readers have.',
        'Make the letters as large as they go.',
        'Use the contents and one note.',
      ],
    },
  },
];

/** What people should look at, for the formats that were made. */
export function personChecks(formats: readonly string[]): PersonCheck[] {
  return [...everywhere, ...kinds.filter((kind) => kind.formats.some((format) => formats.includes(format))).map((kind) => kind.check)];
}
