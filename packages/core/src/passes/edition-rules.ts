import { defineRules } from '../contracts/rule.js';

/** What preparing an edition says, and the audit of the document alone can't know. */
export const editionRules = defineRules({
  id: 'summary-none',
  severity: 'warning',
  title: 'Nothing is marked as the summary',
  why: 'Who asks for a short edition gets the whole report: in Braille or sound that is many volumes or hours.',
  mend: 'Mark what the short edition should hold: `:::summary` on a line before it and `:::` on a line after it.',
});
