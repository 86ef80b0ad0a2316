import { defineRules } from '@everyread/core';

/** What the HTML edition may say of a report. */
export const htmlRules = defineRules(
  {
    id: 'html-file',
    severity: 'error',
    title: 'A picture or font could not be opened',
    why: 'People who look at the page would find a gap; those who do not see it get its text alternative all the same.',
    mend: 'Check the name, capitals included, and that the file is in the folder of the document.',
  },
  {
    id: 'html-sound-large',
    severity: 'warning',
    title: 'The page that is read aloud is very large',
    why: 'It holds all of its sound: phones and older computers open such a page slowly or not at all, and it can be sent by no e-mail.',
    mend: 'Offer the EPUB that is read aloud or the talking book, which open at once; or halve the sound with `narration: { bitrateKbps: 32 }` in the configuration.',
  },
);
