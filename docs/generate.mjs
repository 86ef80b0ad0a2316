/**
 * Writes the pages of docs/ that come from tables in the code: `npm run docs` (after `npm run build:js`).
 * A test compares them, so they cannot fall behind.
 */
import { writeFileSync } from 'node:fs';
import { syntaxDocument } from '@everyread/markdown';
import { allRules, messagesDocument } from 'everyread';

writeFileSync(new URL('syntax.md', import.meta.url), syntaxDocument());
writeFileSync(new URL('messages.md', import.meta.url), messagesDocument(await allRules()));
