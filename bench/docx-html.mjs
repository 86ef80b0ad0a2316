import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const words =
  'people who use a service and people who run it sit at one table as equals and decide together what will change first and who pays for it'.split(
    ' ',
  );

/** A document of about a thousand pages: 400 words a page, a heading on every second one, now and then a list or a table. */
function thousandPages() {
  const parts = ['---', 'title: A thousand pages', 'lang: en-GB', '---', ''];
  let at = 0;
  const text = (length) => {
    const said = Array.from({ length }, () => words[(at += 7) % words.length]);
    said[0] = said[0][0].toUpperCase() + said[0].slice(1);
    return `${said.join(' ')}.`;
  };
  for (let page = 1; page <= 1000; page += 1) {
    if (page % 20 === 1) parts.push(`# Part ${Math.ceil(page / 20)}`, '');
    if (page % 2 === 1) parts.push(`## Section ${Math.ceil(page / 2)}`, '');
    for (let n = 0; n < 4; n += 1) parts.push(Array.from({ length: 5 }, () => text(18)).join(' '), '');
    if (page % 5 === 0) parts.push('- One thing', '- Another thing', '- A third thing', '');
    if (page % 10 === 0) parts.push('| Year | People |', '| --- | ---: |', '| 2022 | 261 |', '| 2023 | 502 |', '');
  }
  return parts.join('\n');
}

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
