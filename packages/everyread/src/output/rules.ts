import { defineRules } from '@everyread/core';

/** What can be wrong with a folder of editions. */
export const outputRules = defineRules(
  {
    id: 'output-missing',
    severity: 'error',
    title: 'A file of the build is not there',
    why: 'Who follows its link on the download page finds nothing.',
    mend: 'Build the report again.',
  },
  {
    id: 'output-changed',
    severity: 'warning',
    title: 'A file is no longer the one that was built',
    why: 'Somebody changed it after the build: the other editions may say something else.',
    mend: 'Change the report instead, and build it again.',
  },
  {
    id: 'output-archive',
    severity: 'error',
    title: 'The archive of all editions holds other files than the folder',
    why: 'Two people who talk about the report have read different files, and cannot know it.',
    mend: 'Build the report again.',
  },
  {
    id: 'output-old',
    severity: 'warning',
    title: 'The report has changed since the build',
    why: 'The editions hold the words of an earlier version.',
    mend: 'Build the report again.',
  },
);
