import { defineRules } from '@everyread/core';

/** What can be wrong with the file that a report is read from. */
export const sourceRules = defineRules(
  {
    id: 'unknown-rule',
    severity: 'warning',
    title: 'A rule is named that there is not',
    why: 'What was to be accepted, or judged otherwise, is judged as ever, and nobody knows why.',
    mend: '`everyread explain` lists the rules.',
  },
  {
    id: 'not-utf8',
    severity: 'error',
    title: 'The file is not text in UTF-8',
    why: 'Letters with accents, pound signs and quotation marks would come out wrong.',
    mend: 'Save the file as “UTF-8” in your editor.',
  },
  {
    id: 'json-syntax',
    severity: 'error',
    title: 'The file is not JSON',
    why: 'Nothing can be read from it.',
    mend: 'Let an editor for JSON show where a comma or bracket is missing.',
  },
  {
    id: 'json-report',
    severity: 'error',
    title: 'The JSON is not a report',
    why: 'Editions can only be made of nodes that Everyread knows.',
    mend: '`everyread syntax` shows the nodes and their fields; @everyread/core exports the JSON Schema as reportSchema.',
  },
  {
    id: 'json-character',
    severity: 'error',
    title: 'The JSON holds a character that no edition can carry',
    why: 'Control characters and halves of characters make files that do not open, and screen readers stumble over them.',
    mend: 'Take the character out where the JSON is made; it often comes with text pasted from a PDF.',
  },
);
