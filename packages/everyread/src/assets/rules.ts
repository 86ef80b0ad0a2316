import { defineRules } from '@everyread/core';

/** What can be wrong with a file that a report uses. */
export const assetRules = defineRules(
  {
    id: 'image-missing',
    severity: 'error',
    title: 'A file that the report uses is not there',
    why: 'No edition can show the picture.',
    mend: 'Check the name, capitals included, or put the file into the folder of the report.',
  },
  {
    id: 'image-type',
    severity: 'error',
    title: 'A file is not what the report uses it for',
    why: 'A file is judged by its bytes, not by its name; this one cannot be shown.',
    mend: 'Open the picture in a program for pictures and save it as PNG or JPEG; GIF, WebP and SVG are taken too. A typeface has to be TrueType or OpenType.',
  },
  {
    id: 'image-corrupt',
    severity: 'error',
    title: 'A picture or a typeface is damaged',
    why: 'It would be shown in part or not at all.',
    mend: 'Save the picture again, or get a whole copy of the file.',
  },
  {
    id: 'image-too-large',
    severity: 'error',
    title: 'A file is too large',
    why: 'Readers would have to download it with every edition.',
    mend: 'Make the picture smaller: 2,000 pixels wide are enough for print.',
  },
  {
    id: 'image-heavy',
    severity: 'warning',
    title: 'A picture, or all of them together, are heavy',
    why: 'Web page, e-books, Word and PDF carry their pictures inside: a heavy one is slow to open on a phone, costs its reader data, and may be refused by e-mail.',
    mend: 'Save the picture 2,000 pixels wide at most, photographs as JPEG: a page of print needs no more, and such a picture has less than 1 MB.',
  },
  {
    id: 'image-outside',
    severity: 'error',
    title: 'A file lies outside the folder of the report',
    why: 'A report that someone sends you must not be able to reach the other files of your computer, nor the network.',
    mend: 'Copy the file into the folder of the report and write its name from there, such as images/team.jpg.',
  },
);

/** Id of a rule about the report's files, such as `image-missing`. */
export type AssetRuleId = keyof typeof assetRules;
