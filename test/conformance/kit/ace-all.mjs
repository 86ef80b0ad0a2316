// Ace over many books in one browser: starting Node, Ace and Chromium takes longer than judging a small book.
// Each argument is a book; each answer is one line of JSON, in order: Ace's report, or why there is none.
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places } from './places.mjs';

const require = createRequire(join(places.conformance, 'package.json'));
const ace = require('@daisy/ace-core');
const browser = require('@daisy/ace-axe-runner-puppeteer');

await browser.launch();
// Ace opens and closes the browser for each book.
const runner = { ...browser, launch: async () => undefined, close: async () => undefined };
try {
  for (const book of process.argv.slice(2)) {
    const options = { cwd: process.cwd(), outdir: mkdtempSync(join(tmpdir(), 'ace-')), silent: true, initLogger: true };
    const answer = await ace(book, options, runner).then(
      ([, report]) => ({ report }),
      (error) => ({ error: String(error?.message ?? error) }),
    );
    console.log(JSON.stringify(answer));
  }
} finally {
  await browser.close();
}
process.exit(0);
