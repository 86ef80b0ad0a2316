import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { thousandPages } from './measure/thousand-pages.mjs';

/** Word and HTML beside pandoc on the same input: the report, and a document of a thousand pages. */
export const bench = {
  name: 'Markdown to Word and HTML',
  runs: 3,
  async prepare({ dir }) {
    await writeFile(join(dir, 'large.md'), thousandPages());
  },
  cases({ root, dir, report }) {
    const source = report ?? join(root, 'examples/impact-report/report.md');
    if (!existsSync(source)) throw new Error(`${source} is missing`);
    const bin = join(root, 'packages/everyread/dist/bin.js');
    const everyread = (input, format, out) => ['node', bin, 'build', input, '--to', `${format}:screen-reader`, '--out', out, '--quiet'];
    const pandoc = (input, out) => [
      'pandoc',
      '--standalone',
      '--toc',
      ...(out.endsWith('.html') ? ['--self-contained'] : []),
      '--resource-path',
      dirname(input),
      '-o',
      join(dir, out),
      input,
    ];
    const large = join(dir, 'large.md');
    return [
      { name: 'report to Word: everyread', command: everyread(source, 'docx', 'a') },
      { name: 'report to Word: pandoc', command: pandoc(source, 'report.docx'), peer: true },
      { name: 'report to HTML: everyread', command: everyread(source, 'html', 'b') },
      { name: 'report to HTML: pandoc', command: pandoc(source, 'report.html'), peer: true },
      { name: '1,000 pages to Word: everyread', command: everyread(large, 'docx', 'c') },
      { name: '1,000 pages to Word: pandoc', command: pandoc(large, 'large.docx'), peer: true },
    ];
  },
};
