import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everyread's editions that hold no sound: 2 Word, 2 PDF, HTML, EPUB, MOBI, AZW3, BRF, PEF, eBraille. */
const text = 'docx,pdf,html:screen-reader,epub:screen-reader,mobi,azw3,brf,pef,ebrl';

/**
 * All text editions of the report by one command, beside the nearest things that other tools make of it. “Whole build” adds what
 * `everyread build` adds: every edition read back and compared, the conformance report, the archive and the download page.
 */
export const bench = {
  name: 'one build of every text edition',
  runs: 5,
  async prepare({ dir }) {
    await writeFile(join(dir, 'text.json'), JSON.stringify({ editions: text.split(',') }));
  },
  cases({ root, dir, report }) {
    const source = report ?? join(root, 'examples/impact-report/report.md');
    if (!existsSync(source)) throw new Error(`${source} is missing`);
    const build = (...flags) => [
      'node',
      join(root, 'packages/everyread/dist/bin.js'),
      'build',
      source,
      '--out',
      join(dir, 'dist'),
      '--quiet',
      ...flags,
    ];
    return [
      { name: 'everyread: 11 editions', command: build('--to', text) },
      { name: 'everyread: whole build', command: build('--config', join(dir, 'text.json')) },
      { name: 'everyread: 11 editions, one thread', command: build('--to', text, '--threads', '1') },
      {
        name: 'pandoc (Word, EPUB, HTML), calibre (MOBI), WeasyPrint (PDF), file2brl (Braille), two at a time',
        command: ['node', join(root, 'bench/peers/nearest.mjs'), source, dir],
        peer: true,
      },
    ];
  },
};
