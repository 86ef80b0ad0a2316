import { defineRules } from '@everyread/core';

/** What the HTML edition may say of a report. */
export const htmlRules = defineRules({
  id: 'html-file',
  severity: 'error',
  title: 'A picture or font could not be opened',
  why: 'People who look at the page would find a gap; those who do not see it get its text alternative all the same.',
  mend: 'Check the name, capitals included, and that the file is in the folder of the document.',
});
