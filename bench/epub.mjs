import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { crc32 } from '@everyread/zip';
import { dirname, join } from 'node:path';
import { thousandPages } from './measure/thousand-pages.mjs';

/** A PNG of grey noise, each another: what is compressed already must not be held in memory five hundred times. */
function noise(seed, side) {
  const rows = new Uint8Array((side + 1) * side);
  let state = seed + 1;
  for (let at = 0; at < rows.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    rows[at] = at % (side + 1) === 0 ? 0 : state >>> 24;
  }
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

/**
 * The report to e-books beside pandoc, epub-gen-memory and calibre; a document of a thousand pages; and 500 pictures, 100 MB of them,
 * in 300 sections. Below stands how long the library takes in a process that is running already.
 */
export const bench = {
  name: 'Markdown to EPUB and MOBI',
  runs: 3,
  async prepare({ dir }) {
    await mkdir(join(dir, 'pictures'));
    const parts = ['---', 'title: Five hundred pictures', 'lang: en-GB', '---', ''];
    for (let section = 0, picture = 0; section < 300; section += 1) {
      parts.push(`# Section ${section}`, '', 'Some words about it. '.repeat(30), '');
      for (; picture < ((section + 1) * 500) / 300; picture += 1) {
        await writeFile(join(dir, 'pictures', `${picture}.png`), noise(picture, 450));
        parts.push(`![Grey noise, number ${picture}](pictures/${picture}.png)`, '');
      }
    }
    await writeFile(join(dir, 'pictures.md'), parts.join('\n'));
    await writeFile(join(dir, 'large.md'), thousandPages());
  },
  cases({ root, dir, report }) {
    const source = report ?? join(root, 'examples/impact-report/report.md');
    if (!existsSync(source)) throw new Error(`${source} is missing`);
    const bin = join(root, 'packages/everyread/dist/bin.js');
    const everyread = (input, format, out) => [
      'node',
      bin,
      'build',
      input,
      '--to',
      `${format}:screen-reader`,
      '--out',
      join(dir, out),
      '--quiet',
    ];
    const out = (name) => join(dir, name);
    const pandoc = (input, name) => ['pandoc', '--toc', '--resource-path', dirname(input), '-o', out(name), input];
    return [
      { name: 'report to EPUB: everyread', command: everyread(source, 'epub', 'a') },
      { name: 'report to EPUB: pandoc', command: pandoc(source, 'pandoc.epub'), peer: true },
      {
        name: 'report to EPUB: epub-gen-memory',
        command: ['node', join(root, 'bench/peers/epub-gen-memory.mjs'), source, out('memory.epub')],
        peer: true,
      },
      { name: 'report to EPUB: calibre', command: ['ebook-convert', source, out('calibre.epub')], peer: true },
      { name: 'report to MOBI: everyread', command: everyread(source, 'mobi', 'b') },
      { name: 'report to MOBI: calibre', command: ['ebook-convert', source, out('calibre.mobi'), '--mobi-file-type', 'both'], peer: true },
      { name: '1,000 pages to EPUB: everyread', command: everyread(join(dir, 'large.md'), 'epub', 'e') },
      { name: '1,000 pages to EPUB: pandoc', command: pandoc(join(dir, 'large.md'), 'large.epub'), peer: true },
      { name: '500 pictures to EPUB: everyread', command: everyread(join(dir, 'pictures.md'), 'epub', 'c') },
      { name: '500 pictures to MOBI: everyread', command: everyread(join(dir, 'pictures.md'), 'mobi', 'd') },
      { name: '500 pictures to EPUB: pandoc', command: pandoc(join(dir, 'pictures.md'), 'pictures.epub'), peer: true },
    ];
  },
  notes({ root, report }) {
    const source = report ?? join(root, 'examples/impact-report/report.md');
    const script = join(root, 'bench/measure/publish.mjs');
    return [execFileSync('node', [script, source, 'epub:screen-reader', '15'], { encoding: 'utf8' }).trim()];
  },
};
