import { defineRules } from '@everyread/core';

/** What the EPUB renderer may say of a report. */
export const epubRules = defineRules(
  {
    id: 'epub-picture-missing',
    severity: 'error',
    title: 'A picture could not be opened',
    why: 'Its text alternative was printed in its place, so nobody sees the picture.',
    mend: 'Check the name of the file, capitals included, and that it lies in the folder of the report.',
    wcag: ['1.1.1'],
  },
  {
    id: 'epub-picture-damaged',
    severity: 'error',
    title: 'A picture is damaged',
    why: 'Reading systems show nothing or refuse the book. Its text alternative was printed in its place.',
    mend: 'Save the picture again as PNG or JPEG.',
    wcag: ['1.1.1'],
  },
  {
    id: 'epub-picture-active',
    severity: 'error',
    title: 'A drawing runs a program or calls another address',
    why: 'Reading systems refuse it, and it could spy on readers. Its text alternative was printed in its place.',
    mend: 'Save the drawing as a plain SVG without scripts and linked files, or as PNG.',
    wcag: ['1.1.1'],
  },
  {
    id: 'epub-picture-large',
    severity: 'info',
    title: 'A picture is very large',
    why: 'Small e-readers show it slowly or not at all.',
    mend: 'Save the picture 2,000 pixels wide at most, photographs as JPEG: then it has less than 1 MB.',
  },
  {
    id: 'epub-picture-webp',
    severity: 'info',
    title: 'A picture is WebP',
    why: 'EPUB 3.3 allows it, but older reading systems show nothing in its place.',
    mend: 'Save the picture as PNG or JPEG.',
  },
  {
    id: 'epub-font',
    severity: 'warning',
    title: 'The theme’s typeface could not be embedded',
    why: 'The book is set in Atkinson Hyperlegible instead.',
    mend: 'Give a TrueType or OpenType file (.ttf or .otf) in the folder of the report.',
  },
  {
    id: 'epub-conformance',
    severity: 'info',
    title: 'The book claims no conformance',
    why: 'A claim of EPUB Accessibility needs somebody who answers for it; shops and libraries list the book without it.',
    mend: 'When somebody has checked the book, name them in the front matter: `accessibility:` with `certifier:`.',
  },
  {
    id: 'epub-clip-lost',
    severity: 'warning',
    title: 'A piece of the narration has no place in the book',
    why: 'Readers who listen and follow the text do not hear it.',
    mend: 'This is a fault of Everyread: please report it with the text of the message.',
  },
);
