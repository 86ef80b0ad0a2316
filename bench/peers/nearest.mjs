import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * What a person would run today for the nearest thing to one build of the text editions: pandoc for Word, EPUB and HTML,
 * calibre for MOBI, WeasyPrint for PDF, file2brl for Braille. As many at once as there are processors.
 */
const [source, out] = process.argv.slice(2);
const pandoc = (name, ...more) => [
  'pandoc',
  '--standalone',
  '--toc',
  '--metadata',
  'lang=en-GB',
  '--resource-path',
  dirname(source),
  ...more,
  '-o',
  join(out, name),
  source,
];

/** Those of the second step work on what those of the first made. */
const steps = [
  [pandoc('report.html', '--self-contained'), pandoc('report.epub')],
  [
    ['weasyprint', '--pdf-variant', 'pdf/ua-1', join(out, 'report.html'), join(out, 'report.pdf')],
    ['ebook-convert', join(out, 'report.epub'), join(out, 'report.mobi'), '--mobi-file-type', 'both'],
    pandoc('report.docx'),
    ['file2brl', join(out, 'report.html'), join(out, 'report.brf')],
  ],
];

function run([command, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
  });
}

for (const step of steps) {
  const waiting = [...step];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
