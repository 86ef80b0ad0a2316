import { defineRules } from '@everyread/core';

/** What the Word renderer may say of a report. */
export const docxRules = defineRules(
  {
    id: 'docx-picture-missing',
    severity: 'error',
    title: 'A picture could not be opened',
    why: 'Its text alternative was printed in its place, so nobody sees the picture.',
    mend: 'Check the name of the file, capitals included, and that it lies in the folder of the report.',
    wcag: ['1.1.1'],
  },
  {
    id: 'docx-picture-format',
    severity: 'warning',
    title: 'Word can’t show this kind of picture',
    why: 'Its text alternative was printed in its place, so nobody sees the picture.',
    mend: 'Save the picture as PNG, JPEG, GIF, WebP or SVG.',
  },
  {
    id: 'docx-picture-still',
    severity: 'info',
    title: 'Of a moving picture the first frame is shown',
    why: 'Word can’t show WebP pictures, so a still PNG stands in its place: what the other frames show is not in this edition, unless the text alternative says it.',
    mend: 'Make sure that the first frame and the text alternative say what the picture is for; or use a still picture.',
  },
  {
    id: 'docx-table-records',
    severity: 'info',
    title: 'A table was too wide and is printed as a list of records',
    why: 'At this type size the columns would be too narrow to read; each row is printed as a list of “header: value” instead.',
    mend: 'Nothing needs doing. Fewer columns or shorter headers would keep it a table.',
    wcag: ['1.4.10'],
  },
  {
    id: 'docx-page-numbers',
    severity: 'info',
    title: 'The contents list has no page numbers',
    why: 'Working out the pages of so long a report takes too long, and a wrong number is worse than none.',
    mend: 'In Word, select the contents list and press F9 to fill in the numbers.',
  },
  {
    id: 'docx-pronunciation',
    severity: 'info',
    title: 'Word can’t carry how a word is said',
    why: 'Screen readers will say the word their own way.',
    mend: 'Nothing needs doing: the audio editions say it as you wrote.',
  },
  {
    id: 'docx-font',
    severity: 'warning',
    title: 'The theme’s typeface could not be used',
    why: 'The report is set in Atkinson Hyperlegible instead.',
    mend: 'Give a TrueType or OpenType file (.ttf or .otf) that holds every character of the report.',
  },
);
