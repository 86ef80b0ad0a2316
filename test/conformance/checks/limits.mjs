import { existsSync } from 'node:fs';
import { bench as wordAndHtml } from '../../../bench/docx-html.mjs';
import { bench as books } from '../../../bench/epub.mjs';
import { measure } from '../../../bench/measure/measure.mjs';
import { places } from '../kit/places.mjs';

/** What an edition may cost: seconds of processor time, which other programs on the machine do not lengthen, and megabytes at the peak. */
const limits = {
  'report to Word: everyread': { cpuS: 2, peakMb: 250 },
  'report to HTML: everyread': { cpuS: 1, peakMb: 150 },
  '1,000 pages to Word: everyread': { cpuS: 10, peakMb: 400 },
  'report to EPUB: everyread': { cpuS: 1, peakMb: 120 },
  'report to MOBI: everyread': { cpuS: 1, peakMb: 120 },
  '500 pictures to EPUB: everyread': { cpuS: 5, peakMb: 300 },
  '500 pictures to MOBI: everyread': { cpuS: 5, peakMb: 300 },
};

/** A document that may take a fifth of the time that another program takes of the processor, no more. */
const fifth = { ours: '1,000 pages to Word: everyread', theirs: '1,000 pages to Word: pandoc' };

/** A program that holds more than any edition may, for longer than one may: the measure must see both. */
const glutton = {
  name: 'glutton',
  command: [
    process.execPath,
    '-e',
    'const held = Buffer.alloc(450e6, 1); while (process.cpuUsage().user < 11e6) for (let at = 0; at < 1e6; at += 1) held[at] += at;',
  ],
};

const excess = ({ cpuS, peakMb }, limit) => [
  ...(cpuS > limit.cpuS ? [`takes ${cpuS.toFixed(2)} s of processor time; the limit is ${limit.cpuS} s`] : []),
  ...(peakMb > limit.peakMb ? [`holds ${peakMb.toFixed(0)} MB; the limit is ${limit.peakMb} MB`] : []),
];

/** The format that a case makes. */
const formatOf = (name) => ({ Word: 'docx', HTML: 'html', EPUB: 'epub', MOBI: 'mobi' })[/ to (\w+):/.exec(name)[1]];

/**
 * The processes of the bench, measured as there: the report to a book within a second and 120 MB; 500 pictures (100 MB) in 300 sections
 * within 300 MB; 1,000 pages to Word within 10 s and 400 MB, and within a fifth of pandoc's time.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'limits',
  formats: ['docx', 'html', 'epub', 'mobi'],
  tools: [{ command: 'pandoc', apt: 'pandoc' }],
  provesItself: 'a program that takes more time and memory than any book may is measured too',
  async run(files) {
    const findings = [];
    const report = existsSync(places.report) ? places.report : undefined;
    const measured = new Map();
    for (const bench of [wordAndHtml, books]) {
      const chosen = {
        ...bench,
        runs: 1,
        cases: async (kit) => [
          ...(await bench.cases(kit)).filter((each) => !each.peer || each.name === fifth.theirs),
          ...(bench === books ? [glutton] : []),
        ],
      };
      for (const result of (await measure(chosen, { root: places.root, report })).results) measured.set(result.name, result);
    }
    for (const [name, limit] of Object.entries(limits)) {
      const file = files.find((each) => each.format === formatOf(name)) ?? files[0];
      const result = measured.get(name);
      if (!result || result.skipped) findings.push({ file, message: `${name}: ${result?.skipped ?? 'was not measured'}` });
      else if (result.peakMb === 0) findings.push({ file, message: `${name}: this machine does not tell how much memory a process holds` });
      else for (const message of excess(result, limit)) findings.push({ file, message: `${name}: ${message}` });
      if (excess(measured.get('glutton'), limit).length < 2) findings.push({ file, message: `${name}: the measure itself sees no excess` });
    }
    // One run each, which may differ by a tenth from the next: the medians that settle it are the bench's.
    const [ours, theirs] = [measured.get(fifth.ours), measured.get(fifth.theirs)];
    if (!(ours.cpuS <= theirs.cpuS / 5))
      findings.push({
        file: files.find((each) => each.format === 'docx') ?? files[0],
        severity: 'warning',
        message: `${fifth.ours} takes ${ours.cpuS} s of the processor, pandoc ${theirs.cpuS} s: more than a fifth`,
      });
    return findings;
  },
};
