import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longReport } from './pdf-peers/long-report.mjs';

/** Markdown of about 300 pages of A4: 124 sections with paragraphs, links, a list and a table each. */
function markdown() {
  const sections = longReport(124).map(({ title, paragraphs, subtitle, items, last, rows }, index) => {
    const line = ({ before, link, after }) => `${before}${link ? `[${link.text}](${link.href})` : ''}${after}`;
    return [
      `# ${title}`,
      ...paragraphs.map((each, at) => `${line(each)} **${each.link.text}**${at === 0 ? `[^${index}]` : ''}`),
      `## ${subtitle}`,
      items.map((item) => `- ${item}`).join('\n'),
      line(last),
      ['| What | When | Who | People |', '| --- | --- | --- | ---: |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
      `[^${index}]: A note of section ${index + 1}.`,
    ].join('\n\n');
  });
  return `---\ntitle: Three hundred pages\nlang: en-GB\n---\n\n${sections.join('\n\n')}\n`;
}

/** Word and HTML to Markdown beside pandoc and mammoth: the same file of 300 pages for all. */
export const bench = {
  name: 'Word and HTML to Markdown',
  runs: 5,
  async prepare({ dir, root }) {
    writeFileSync(join(dir, 'long.md'), markdown());
    const bin = join(root, 'packages/everyread/dist/bin.js');
    execFileSync('node', [bin, 'build', 'long.md', '--to', 'docx:screen-reader,html:screen-reader', '--out', '.', '--quiet'], {
      cwd: dir,
      stdio: 'ignore',
    });
  },
  cases({ root, dir }) {
    const bin = join(root, 'packages/everyread/dist/bin.js');
    const own = (name) => ['node', bin, 'import', join(dir, name), '--out', join(dir, `out-${name}`), '--force', '--quiet'];
    const pandoc = (name) => ['pandoc', '--standalone', '-t', 'markdown', '-o', join(dir, `pandoc-${name}.md`), join(dir, name)];
    const mammoth = join(root, 'node_modules/mammoth/bin/mammoth');
    return [
      { name: '300 pages of Word: everyread', command: own('long.docx') },
      { name: '300 pages of Word: pandoc', command: pandoc('long.docx'), peer: true },
      {
        name: '300 pages of Word: mammoth',
        command: ['node', mammoth, join(dir, 'long.docx'), join(dir, 'mammoth.md'), '--output-format=markdown'],
        peer: true,
      },
      { name: '300 pages of HTML: everyread', command: own('long.html') },
      { name: '300 pages of HTML: pandoc', command: pandoc('long.html'), peer: true },
    ];
  },
};
