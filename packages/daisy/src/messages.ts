import { defineRules } from '@everyread/core';

/** What checking a talking book can find, by what it does to a listener. The words of each finding say which rule of the standard. */
export const daisyRules = defineRules(
  {
    id: 'daisy-file',
    severity: 'error',
    title: 'A file of the talking book is missing, damaged or unlisted',
    why: 'Players stop at it, or refuse the whole book.',
    mend: 'Make the book again; take no file out of it and add none.',
  },
  {
    id: 'daisy-metadata',
    severity: 'error',
    title: 'What a talking book says of itself is missing or wrong',
    why: 'Libraries list the book by it, and players tell its length and pages by it.',
    mend: 'Make the book again; in one from elsewhere, put right the value that is named.',
  },
  {
    id: 'daisy-navigation',
    severity: 'error',
    title: 'The navigation of a talking book leads astray',
    why: 'Listeners move by headings and pages: they land elsewhere, or nowhere.',
    mend: 'Make the book again; in one from elsewhere, mend the entry that is named.',
  },
  {
    id: 'daisy-sound',
    severity: 'error',
    title: 'Sound and text of a talking book do not fit together',
    why: 'Words are cut off, said twice or never heard, or another sentence is marked than the one that is heard.',
    mend: 'Make the book again, so that its times come from its sound.',
  },
  {
    id: 'daisy-skip',
    severity: 'error',
    title: 'What should be skippable in a talking book is not',
    why: 'The listener hears every page number and note, in the middle of sentences too.',
    mend: 'Make the book again; in one from elsewhere, define the test that is named in every file.',
  },
);

/** The rules of the standards that `checkDaisy()` knows, each with what it does to a listener. */
export const groupOfRule = {
  'clip-gap': 'daisy-sound',
  'clip-past-end': 'daisy-sound',
  'clip-times': 'daisy-sound',
  'custom-test': 'daisy-skip',
  'file-extra': 'daisy-file',
  'file-missing': 'daisy-file',
  'file-type': 'daisy-file',
  'heading-skip': 'daisy-navigation',
  'id-twice': 'daisy-file',
  'link-dead': 'daisy-navigation',
  master: 'daisy-navigation',
  'mp3-vbr': 'daisy-sound',
  'ncc-count': 'daisy-metadata',
  'ncc-meta': 'daisy-metadata',
  'ncc-title': 'daisy-navigation',
  'ncx-count': 'daisy-metadata',
  'ncx-label': 'daisy-navigation',
  'ncx-meta': 'daisy-metadata',
  'no-book': 'daisy-file',
  'not-well-formed': 'daisy-file',
  'opf-meta': 'daisy-metadata',
  'page-kind': 'daisy-navigation',
  'par-audio': 'daisy-sound',
  'play-order': 'daisy-navigation',
  resource: 'daisy-skip',
  'skip-unknown': 'daisy-skip',
  'smil-meta': 'daisy-metadata',
  'smil-time': 'daisy-sound',
  spine: 'daisy-navigation',
  'text-missing': 'daisy-sound',
  'text-order': 'daisy-sound',
  'total-time': 'daisy-metadata',
  uid: 'daisy-metadata',
} as const satisfies Record<string, keyof typeof daisyRules>;

/** A rule of the standards. */
export type DaisyRule = keyof typeof groupOfRule;
