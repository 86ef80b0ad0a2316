import { defineRules } from '@everyread/core';

/** What the Kindle renderers may say of a report. */
export const mobiRules = defineRules(
  {
    id: 'mobi-picture-missing',
    severity: 'error',
    title: 'A picture could not be opened',
    why: 'Its text alternative was printed in its place, so nobody sees the picture.',
    mend: 'Check the name of the file, capitals included, and that it lies in the folder of the report.',
    wcag: ['1.1.1'],
  },
  {
    id: 'mobi-picture-format',
    severity: 'warning',
    title: 'A Kindle can’t show this kind of picture',
    why: 'Its text alternative was printed in its place, so nobody sees the picture.',
    mend: 'Save the picture as JPEG, PNG, GIF or WebP.',
  },
  {
    id: 'mobi-picture-still',
    severity: 'info',
    title: 'Of a moving picture the first frame is shown',
    why: 'A Kindle can’t show WebP pictures, so a still PNG stands in its place: what the other frames show is not in this edition, unless the text alternative says it.',
    mend: 'Make sure that the first frame and the text alternative say what the picture is for; or use a still picture.',
  },
  {
    id: 'mobi-chart',
    severity: 'info',
    title: 'Charts are given in words and figures',
    why: 'Old Kindles can’t draw them; the sentence and the table say the same.',
    mend: 'Nothing needs doing. The EPUB, Word and PDF editions have the drawings too.',
  },
  {
    id: 'mobi-pronunciation',
    severity: 'info',
    title: 'A Kindle book can’t carry how a word is said',
    why: 'Its voice will say the word its own way.',
    mend: 'Nothing needs doing: the audio editions say it as you wrote.',
  },
);
