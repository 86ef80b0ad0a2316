import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The words of a document, a block a line: what the peer is given, since it does not read Markdown. */
const plain = (markdown) =>
  markdown
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*|`>#]/g, '');

/** The report as MP3, beside the usual pipe. A full cache is what one has after changing a sentence. */
export const bench = {
  name: 'Report to MP3',
  runs: 3,
  async prepare({ dir, root, report }) {
    const source = report ?? join(root, 'examples/impact-report/report.md');
    await writeFile(join(dir, 'plain.txt'), plain(readFileSync(source, 'utf8')));
  },
  cases({ root, dir, report }) {
    const source = report ?? join(root, 'examples/impact-report/report.md');
    const build = `node '${join(root, 'packages/everyread/dist/bin.js')}' build '${source}' --to mp3 --out '${join(dir, 'out')}' --quiet`;
    const cache = join(dir, 'cache');
    return [
      {
        name: 'everyread: embedded voice, nothing cached',
        command: ['sh', '-c', `rm -rf '${cache}' && EVERYREAD_CACHE='${cache}' ${build}`],
      },
      { name: 'everyread: all sentences cached', command: ['sh', '-c', `EVERYREAD_CACHE='${cache}' ${build}`] },
      {
        name: 'espeak-ng | lame',
        command: [
          'sh',
          '-c',
          `espeak-ng -v en-gb -f '${join(dir, 'plain.txt')}' --stdout | lame --quiet -m m -b 48 --resample 22.05 - '${join(dir, 'peer.mp3')}'`,
        ],
        peer: true,
      },
    ];
  },
};
