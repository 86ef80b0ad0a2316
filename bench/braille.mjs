import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Marks of Markdown taken out, a block a line: what the peers are given, since neither reads Markdown. */
function plain(markdown) {
  return markdown
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*|`]/g, '')
    .replace(/^[#>\-\s]+/gm, '');
}

/** A document of about so many Braille pages, in volumes; no two paragraphs are the same, since each line is translated once only. */
function longDocument(pages) {
  const words =
    'the people of our community worked together in workshops and shared what they had learnt about lasting change with others who were there'.split(
      ' ',
    );
  let state = 1;
  const next = (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
  const parts = ['---', 'title: A long report', 'lang: en-GB', '---', ''];
  for (let section = 1; section <= pages / 2.8; section += 1) {
    parts.push(`# Section ${section}`, '');
    for (let n = 0; n < 5; n += 1) {
      const text = Array.from({ length: 115 }, () => (next(14) === 0 ? String(next(3000)) : words[next(words.length)])).join(' ');
      parts.push(`In ${2000 + n} ${text}.`, '');
    }
  }
  return parts.join('\n');
}

/** The report as formatted Braille, beside what people use for it today: file2brl formats a little, lou_translate not at all. */
export const bench = {
  name: 'Report to Braille',
  runs: 3,
  async prepare({ dir, root, report }) {
    const source = report ?? join(root, 'examples/impact-report/report.md');
    await writeFile(join(dir, 'plain.txt'), plain(readFileSync(source, 'utf8')));
    for (const pages of [100, 200, 400]) await writeFile(join(dir, `${pages}.md`), longDocument(pages));
  },
  cases({ root, dir, report }) {
    const source = report ?? join(root, 'examples/impact-report/report.md');
    if (!existsSync(source)) throw new Error(`${source} is missing`);
    const bin = join(root, 'packages/everyread/dist/bin.js');
    const everyread = (input, format) => ['node', bin, 'build', input, '--to', format, '--out', join(dir, 'out'), '--quiet'];
    return [
      { name: 'everyread: report to BRF', command: everyread(source, 'brf') },
      { name: 'everyread: report to eBraille', command: everyread(source, 'ebrl') },
      ...[100, 200, 400].map((pages) => ({
        name: `everyread: ${pages} pages in volumes to PEF`,
        command: everyread(join(dir, `${pages}.md`), 'pef'),
      })),
      {
        name: 'file2brl: the words of the report',
        command: ['file2brl', '-p', join(dir, 'plain.txt'), join(dir, 'plain.brf')],
        peer: true,
      },
      {
        name: 'lou_translate: cells only',
        command: ['sh', '-c', `exec lou_translate en-ueb-g2.ctb < '${join(dir, 'plain.txt')}' > '${join(dir, 'cells.txt')}'`],
        peer: true,
      },
    ];
  },
};
