import { existsSync } from 'node:fs';
import { bench } from '../../../bench/epub.mjs';
import { measure } from '../../../bench/measure/measure.mjs';
import { places } from '../kit/places.mjs';

/** What a book may cost: seconds of processor time, which other programs on the machine do not lengthen, and megabytes at the peak. */
const limits = {
  'report to EPUB: everyread': { cpuS: 1, peakMb: 120 },
  'report to MOBI: everyread': { cpuS: 1, peakMb: 120 },
  '500 pictures to EPUB: everyread': { cpuS: 5, peakMb: 300 },
  '500 pictures to MOBI: everyread': { cpuS: 5, peakMb: 300 },
};

/** A program that holds more than any book may, for longer than one may: the measure must see both. */
const glutton = {
  name: 'glutton',
  command: [
    process.execPath,
    '-e',
    'const held = Buffer.alloc(350e6, 1); while (process.cpuUsage().user < 6e6) for (let at = 0; at < 1e6; at += 1) held[at] += at;',
  ],
};

const excess = ({ cpuS, peakMb }, limit) => [
  ...(cpuS > limit.cpuS ? [`takes ${cpuS.toFixed(2)} s of processor time; the limit is ${limit.cpuS} s`] : []),
  ...(peakMb > limit.peakMb ? [`holds ${peakMb.toFixed(0)} MB; the limit is ${limit.peakMb} MB`] : []),
];

/**
 * The built command turns the report into a book within a second and 120 MB, and 500 pictures (100 MB) in 300 sections within
 * 300 MB: the processes of the bench, measured as there.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'book-limits',
  formats: ['epub', 'mobi'],
  tools: [],
  provesItself: 'a program that takes more time and memory than any book may is measured too',
  async run(files) {
    const findings = [];
    const report = existsSync(places.report) ? places.report : undefined;
    const ours = {
      ...bench,
      runs: 1,
      cases: async (kit) => [...(await bench.cases(kit)).filter((each) => !each.peer), glutton],
    };
    const { results } = await measure(ours, { root: places.root, report });
    const measured = new Map(results.map((result) => [result.name, result]));
    for (const [name, limit] of Object.entries(limits)) {
      const file = files.find((each) => each.format === (name.includes('MOBI') ? 'mobi' : 'epub')) ?? files[0];
      const result = measured.get(name);
      if (!result || result.skipped) findings.push({ file, message: `${name}: ${result?.skipped ?? 'was not measured'}` });
      else if (result.peakMb === 0) findings.push({ file, message: `${name}: this machine does not tell how much memory a process holds` });
      else for (const message of excess(result, limit)) findings.push({ file, message: `${name}: ${message}` });
      if (excess(measured.get('glutton'), limit).length < 2) findings.push({ file, message: `${name}: the measure itself sees no excess` });
    }
    return findings;
  },
};
