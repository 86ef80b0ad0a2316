import type { Meta } from '@everyread/core';

/** What is known of a name of the front matter. */
interface MetaField {
  description: string;
  /** On one line. */
  example: string;
  /** What to do about a value of the wrong form, where the example does not tell. */
  mend?: string;
}

/** What each name of the front matter says; for messages and for docs/syntax.md. */
export const metaFields: { readonly [Name in keyof Required<Meta>]: MetaField } = {
  title: { description: 'The title of the report.', example: 'title: Impact report 2023' },
  subtitle: { description: 'A second title below it.', example: 'subtitle: What we did together' },
  lang: { description: 'The language, as a BCP 47 tag.', example: 'lang: en-GB' },
  author: { description: 'Who wrote it.', example: 'author: Amy Ramsay' },
  publisher: { description: 'Who publishes it.', example: 'publisher: The name of your charity' },
  date: { description: 'The date of the report: year, month and day, or less of it.', example: 'date: 2024-03-22' },
  rights: { description: 'Who holds the rights, or the licence.', example: 'rights: CC BY 4.0' },
  identifier: { description: 'A number or name by which libraries know it.', example: 'identifier: ISBN 978-1-86197-876-9' },
  description: { description: 'What it is about, in a sentence.', example: 'description: What we did this year.' },
  contact: {
    description: 'How to ask for another format: an e-mail address, a telephone number or a sentence.',
    example: 'contact: hello@example.org',
  },
  cover: { description: 'The picture on the cover, relative to the report.', example: 'cover: images/cover.png' },
  coverAlt: { description: 'What the cover shows.', example: 'coverAlt: Two people plant a tree.' },
  lexicon: { description: 'Words and what they stand for, or how to say them.', example: 'lexicon: { UCL: University College London }' },
  voices: {
    description: 'Who speaks each language in sound editions, where nobody names another: voices that `everyread voices` lists.',
    example: 'voices: { en-GB: alba, cy: "espeak:cy" }',
    mend: 'Write the name of a voice that `everyread voices` lists. A report can’t name a file or folder: add it with `everyread voices add FOLDER`, and write its short name.',
  },
  theme: {
    description:
      'Colours as `#rrggbb` (`primary`, `accent`), `logo` with `logoAlt`, `font`, a TrueType or OpenType file, and `extraFonts`, more of them for letters that a PDF would lack, such as Chinese ones.',
    example: 'theme: { primary: "#14506e", accent: "#8f3a0f", logo: images/logo.png, logoAlt: Our name }',
  },
  editions: {
    description: 'The formats and editions to make, where not all are wanted.',
    example: 'editions: [docx, "pdf:large-print", epub]',
  },
  linkedEditions: {
    description: 'Editions that people made by hand, for the page that offers them all; each with `title` and `href`.',
    example: 'linkedEditions: [{ title: Easy Read, href: "https://example.org/easy-read" }]',
  },
  accessibility: {
    description: 'What can be said of the accessibility: `summary`, `hazards`, `certifier`, `certifierCredential`, `certifierReport`.',
    example: 'accessibility: { summary: Read by two blind readers., hazards: [none] }',
  },
  rules: { description: 'Rules with another severity: `error`, `warning`, `info` or `off`.', example: 'rules: { tbl-wide: off }' },
  suppress: {
    description: 'Rules whose findings are accepted, and why.',
    example: 'suppress: { link-generic: The partner asked for these words. }',
  },
};
