import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dirname, join } from 'node:path';
import { cpus, totalmem } from 'node:os';
import { measure } from './measure/measure.mjs';

/**
 * Times what each `bench/*.mjs` file names and prints medians, of the clock and of the processor's user time: `npm run bench`,
 * or `npm run bench -- docx` for files whose name or title holds the word. A bench file exports
 *
 *     export const bench = {
 *       name: 'report to Word',
 *       cases: [
 *         { name: 'everyread', command: ['node', 'packages/everyread/dist/bin.js', 'build', …] },
 *         { name: 'pandoc', command: ['pandoc', …], peer: true, runs: 1 },
 *       ],
 *       runs: 5,                       // default 5, after one that is not counted
 *       async prepare(kit) {},         // kit.dir: an empty folder; kit.root: the repository; kit.report: the real report if there
 *       async notes(kit, results) {},  // lines of text to print below, while the files are there
 *     };
 *
 * `cases` may be a function of the kit. A case is a process of its own, so that its peak of memory is its own; the
 * processes of all cases take turns, so that a busy moment hurts all alike. A case whose command is not installed is left out.
 */
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');

const files = readdirSync(here)
  .filter((name) => name.endsWith('.mjs') && name !== 'run.mjs')
  .sort();
const all = [];
for (const file of files) {
  const { bench } = await import(pathToFileURL(join(here, file)).href);
  if (!bench) continue;
  if (words.length > 0 && !words.some((word) => file.includes(word) || bench.name.includes(word))) continue;
  process.stderr.write(`begin ${bench.name}\n`);
  const report = join(root, '../shared/reports/impact-report-2023/report.md');
  all.push({ name: bench.name, file, ...(await measure(bench, { root, report: existsSync(report) ? report : undefined })) });
}

if (json) console.log(JSON.stringify(all, null, 2));
else {
  console.log(
    `Medians on ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
  );
  for (const { name, results, notes } of all) {
    console.log(
      `\n## ${name}\n\n| case | median s | least s | most s | CPU s | peak MB | runs |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |`,
    );
    for (const result of results) {
      console.log(
        result.skipped
          ? `| ${result.name} | ${result.skipped} | | | | | |`
          : `| ${result.name} | ${result.medianS.toFixed(2)} | ${result.leastS.toFixed(2)} | ${result.mostS.toFixed(2)} | ${result.cpuS.toFixed(2)} | ${result.peakMb.toFixed(0)} | ${result.runs} |`,
      );
    }
    if (notes.length > 0) console.log(`\n${notes.join('\n')}`);
  }
}
if (all.some(({ results }) => results.some((result) => result.failed))) process.exitCode = 1;
