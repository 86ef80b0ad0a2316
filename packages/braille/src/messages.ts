import { defineRules } from '@everyread/core';

/** What the Braille editions can say of a report. */
export const brailleRules = defineRules(
  {
    id: 'braille-unknown-character',
    severity: 'warning',
    title: 'A character has no Braille in the language of the text',
    why: 'Readers of Braille get a transcriber’s note in its place, not the character itself.',
    mend: 'Write the word for it, or mark the language with :span[…]{lang=…} where there is a Braille table for it.',
    wcag: ['1.1.1', '3.1.2'],
  },
  {
    id: 'braille-control-character',
    severity: 'warning',
    title: 'The text holds control characters',
    why: 'They are traces of a broken export; nothing can be printed for them.',
    mend: 'Delete them: they often come with text pasted from a PDF.',
  },
  {
    id: 'braille-language',
    severity: 'warning',
    title: 'There is no Braille table for a language',
    why: 'Words in it are written with the table of the report’s language, so signs may be read as other letters.',
    mend: 'Check these words with a reader of Braille in that language, or pass tables of your own.',
    wcag: ['3.1.2'],
  },
  {
    id: 'braille-table-shape',
    severity: 'info',
    title: 'A table is too wide for the Braille page',
    why: 'It is written as a list, which a transcriber’s note announces.',
    mend: 'Nothing needs to be done; fewer columns or shorter cells would keep its shape.',
    wcag: ['1.3.1'],
  },
  {
    id: 'braille-long-word',
    severity: 'info',
    title: 'A word is longer than the Braille line',
    why: 'It is carried over to the next line: after a slash, a stop or a hyphen, else with the continuation sign, dot 5.',
    mend: 'Nothing needs to be done unless the word can be split.',
  },
);
