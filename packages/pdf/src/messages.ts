import { defineRules } from '@everyread/core';

/** What the PDF renderer may have to say of a document. */
export const pdfRules = defineRules(
  {
    id: 'pdf-glyph',
    severity: 'error',
    title: 'A character can’t be drawn',
    why: 'None of the embedded typefaces has it: people who see would get a question mark in its place. Screen readers still read the character.',
    mend: 'Put a TrueType or OpenType file that has it beside the report and name it in the front matter: `theme: { extraFonts: [a-font.ttf] }`. There are free ones for every script at fonts.google.com/noto.',
  },
  {
    id: 'pdf-image',
    severity: 'error',
    title: 'A picture can’t be put into a PDF',
    why: 'People who see get its text alternative instead of the picture.',
    mend: 'Save it again, as PNG, GIF or WebP, as JPEG in RGB colours, or as plain SVG: shapes, lines and words in plain colours, without scripts, style sheets, gradients, filters and pictures inside.',
  },
  {
    id: 'pdf-picture-still',
    severity: 'info',
    title: 'Of a moving picture the first frame is shown',
    why: 'Pictures in a PDF stand still: what the other frames show is not in this edition, unless the text alternative says it.',
    mend: 'Make sure that the first frame and the text alternative say what the picture is for; or use a still picture.',
  },
  {
    id: 'pdf-font',
    severity: 'warning',
    title: 'The theme’s font can’t be used',
    why: 'The report is set in Atkinson Hyperlegible Next instead, and characters that only this font has can’t be drawn.',
    mend: 'Give a whole TrueType or OpenType file (.ttf or .otf); of a collection (.ttc) save one font as a file of its own.',
  },
  {
    id: 'pdf-table-records',
    severity: 'info',
    title: 'A table was turned into records',
    why: 'Its columns do not fit the page at this type size, and type is never made smaller: each row is printed as a list of its cells, each with its header. Programs still read a table.',
    mend: 'Nothing has to be done. A table with fewer columns, or shorter words in them, stays a table.',
  },
  {
    id: 'pdf-chart-table',
    severity: 'info',
    title: 'A chart was left to its table',
    why: 'Drawn at this type size it is higher than a page, and type is never made smaller: what it shows is printed in words, and its figures stand in the table below it.',
    mend: 'Nothing has to be done. A chart of fewer rows is drawn.',
  },
);
