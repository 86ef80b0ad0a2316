import { existsSync } from 'node:fs';
import { bench as wordAndHtml } from '../../../bench/docx-html.mjs';
import { bench as books } from '../../../bench/epub.mjs';
import { measure } from '../../../bench/measure/measure.mjs';
import { places } from '../kit/places.mjs';

/** What an edition may hold at its peak, in megabytes. How long it takes is for the bench to say: a time on a busy machine proves nothing. */
const limits = {
  'report to Word: everyread': 250,
  'report to HTML: everyread': 150,
  '1,000 pages to Word: everyread': 400,
  'report to EPUB: everyread': 120,
  'report to MOBI: everyread': 120,
  '500 pictures to EPUB: everyread': 300,
  '500 pictures to MOBI: everyread': 300,
};

/** A program that holds more than any edition may: the measure must see it. */
const glutton = {
  name: 'glutton',
  command: [process.execPath, '-e', 'const held = Buffer.alloc(450e6, 1); setTimeout(() => held.fill(2), 500);'],
};

const isExcess = ({ peakMb }, limitMb) => peakMb > limitMb;

/** The format that a case makes. */
const formatOf = (name) => ({ Word: 'docx', HTML: 'html', EPUB: 'epub', MOBI: 'mobi' })[/ to (\w+):/.exec(name)[1]];

/**
 * The processes of the bench, measured as there: the report to a book within 120 MB; 500 pictures (100 MB) in 300 sections within 300 MB;
 * 1,000 pages to Word within 400 MB.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'limits',
  formats: ['docx', 'html', 'epub', 'mobi'],
  tools: [],
  provesItself: 'a program that holds more memory than any edition may is measured too',
  async run(files) {
    const findings = [];
    const report = existsSync(places.report) ? places.report : undefined;
    const measured = new Map();
    for (const bench of [wordAndHtml, books]) {
      const chosen = {
        ...bench,
        runs: 1,
        cases: async (kit) => [...(await bench.cases(kit)).filter((each) => !each.peer), ...(bench === books ? [glutton] : [])],
      };
      for (const result of (await measure(chosen, { root: places.root, report })).results) measured.set(result.name, result);
    }
    for (const [name, limitMb] of Object.entries(limits)) {
      const file = files.find((each) => each.format === formatOf(name)) ?? files[0];
      const result = measured.get(name);
      if (!result || result.skipped) findings.push({ file, message: `${name}: ${result?.skipped ?? 'was not measured'}` });
      else if (result.peakMb === 0) findings.push({ file, message: `${name}: this machine does not tell how much memory a process holds` });
      else if (isExcess(result, limitMb))
        findings.push({ file, message: `${name}: holds ${result.peakMb.toFixed(0)} MB; the limit is ${limitMb} MB` });
      if (!isExcess(measured.get('glutton'), limitMb)) findings.push({ file, message: `${name}: the measure itself sees no excess` });
    }
    return findings;
  },
};
