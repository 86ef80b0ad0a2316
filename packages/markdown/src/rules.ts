import { defineRules } from '@everyread/core';

/** What the reader of Markdown finds. */
export const markdownRules = defineRules(
  {
    id: 'raw-html',
    severity: 'error',
    title: 'Raw HTML',
    why: 'HTML tags reach neither Braille nor audio, so their readers would miss what they hold.',
    mend: 'Write it in Markdown, or with a directive: everyread explains them all in docs/syntax.md.',
  },
  {
    id: 'unknown-directive',
    severity: 'error',
    title: 'An unknown directive',
    why: 'Its content would be printed with the colons, or lost.',
    mend: 'Use one of the directives that docs/syntax.md lists.',
  },
  {
    id: 'unknown-attribute',
    severity: 'error',
    title: 'An unknown attribute',
    why: 'What it says would reach nobody.',
    mend: 'Use one of the attributes that docs/syntax.md lists for the directive.',
  },
  {
    id: 'invalid-attribute',
    severity: 'error',
    title: 'An attribute is missing or has a value that is not allowed',
    why: 'The editions would differ from what the author meant.',
    mend: 'Give the attribute one of the values that docs/syntax.md lists.',
  },
  {
    id: 'misplaced-directive',
    severity: 'error',
    title: 'A directive stands where it has no meaning',
    why: 'Its content would be lost, or read out of place.',
    mend: 'Put it inside the directive it belongs to; the outer one needs more colons than the inner one.',
  },
  {
    id: 'directive-syntax',
    severity: 'error',
    title: 'A line looks like a directive and is none',
    why: 'Readers would get the colons and the name as text.',
    mend: 'Write `:::name[Title]{attribute="value"}`: the title goes in square brackets, and an outer directive needs more colons than those inside it.',
  },
  {
    id: 'front-matter',
    severity: 'error',
    title: 'The front matter cannot be used',
    why: 'Title, language and date of every edition come from it.',
    mend: 'Write one `name: value` a line between two lines of three dashes; put values with a colon in quotation marks.',
  },
  {
    id: 'front-matter-unknown',
    severity: 'warning',
    title: 'An unknown line in the front matter',
    why: 'What it says reaches no edition.',
    mend: 'Use one of the names that docs/syntax.md lists.',
  },
  {
    id: 'empty-document',
    severity: 'error',
    title: 'The document is empty',
    why: 'There is nothing to read.',
    mend: 'Write the report, or check the name of the file.',
  },
  {
    id: 'text-control',
    severity: 'error',
    title: 'A character that no edition can carry',
    why: 'Control characters and halves of characters make files that do not open, and screen readers stumble over them.',
    mend: 'Delete the character; it often comes with text pasted from a PDF.',
  },
  {
    id: 'too-large',
    severity: 'error',
    title: 'The document is too large',
    why: 'No edition of it could be made in the memory of an ordinary computer.',
    mend: 'Split the document, and remove what is not text, such as pictures written as characters.',
  },
  {
    id: 'nested-too-deep',
    severity: 'error',
    title: 'Blocks are nested too deeply',
    why: 'No reader can follow so many levels.',
    mend: 'Use fewer levels of lists, quotations or directives.',
  },
);
