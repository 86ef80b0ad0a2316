import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const plain = (markup) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal) => String.fromCodePoint(Number(decimal)))
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
const headings = (markup) => [...markup.matchAll(/<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/g)].map((match) => plain(match[1]));
const flatten = (entries, depth = 6) =>
  entries.flatMap((entry) => (entry.depth > depth ? [] : [entry.text, ...flatten(entry.children, depth)]));

/** The levels that the contents list unless an author asks for more. */
const contentsDepth = 3;

/** What the model says that a book holds; text that XML forbids is left out by every edition. */
function wanted(report, depth) {
  const clean = (text) =>
    text
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
  return [report.meta.title, ...flatten(report.outline, depth)].map(clean).filter((text) => text !== '');
}

/** The headings that calibre finds in a book, in reading order, and where its contents lead. */
async function readWithCalibre(path, kit) {
  const epub = join(kit.tempDir('kindle'), 'back.epub');
  const result = await kit.runTool('ebook-convert', [path, epub], { timeoutMs: 240_000 });
  if (result.code !== 0) throw new Error(`ebook-convert: ${result.stderr.trim().split('\n').at(-1)}`);
  const files = unzipSync(readFileSync(epub));
  const opfPath = Object.keys(files).find((name) => name.endsWith('.opf'));
  const opf = strFromU8(files[opfPath]);
  const hrefs = new Map(
    [...opf.matchAll(/<item [^>]*>/g)].map(([tag]) => [/ id="([^"]+)"/.exec(tag)?.[1], / href="([^"]+)"/.exec(tag)?.[1]]),
  );
  const text = [...opf.matchAll(/<itemref [^>]*idref="([^"]+)"/g)]
    .map((match) => strFromU8(files[posix.join(posix.dirname(opfPath), hrefs.get(match[1]))] ?? new Uint8Array()))
    .join('');
  const ncx = strFromU8(files[Object.keys(files).find((name) => name.endsWith('.ncx'))] ?? new Uint8Array());
  const contents = [...ncx.matchAll(/<navLabel>\s*<text>([\s\S]*?)<\/text>[\s\S]*?<content src="([^"]+)"/g)];
  return {
    headings: headings(text),
    alternatives: [...text.matchAll(/<img[^>]* alt="([^"]+)"/g)].length,
    contents: contents.map((match) => plain(match[1])),
  };
}

/** Headings that one list has and the other, in the same order, has not. */
function missing(want, got) {
  let at = 0;
  return want.filter((text) => {
    const found = got.indexOf(text, at);
    if (found < 0) return true;
    at = found + 1;
    return false;
  });
}

/** @type {import('../kit/contract.d.ts').Check} */
export const check = {
  name: 'kindle',
  formats: ['mobi', 'azw3'],
  tools: [
    { command: 'mobitool', apt: 'libmobi-tools' },
    { command: 'ebook-convert', apt: 'calibre' },
  ],
  async run(files, kit) {
    const findings = [];
    await kit.each(
      files.filter((file) => file.document.kind !== 'node'),
      async (file) => {
        const say = (message) => findings.push({ file, message });
        const folder = kit.tempDir('kindle');
        const copy = join(folder, `book.${file.format}`);
        copyFileSync(file.path, copy);
        const info = await kit.runTool('mobitool', ['-i', copy]);
        if (info.code !== 0) return say(`mobitool -i: ${info.stderr || info.stdout}`);
        for (const action of file.format === 'mobi' ? ['-d', '-s', '-t'] : ['-d', '-s']) {
          const result = await kit.runTool('mobitool', [action, copy]);
          if (result.code !== 0) say(`mobitool ${action}: ${result.stderr || result.stdout}`);
        }
        const report = await kit.prepared(file);
        const want = wanted(report);
        const halves =
          file.format === 'mobi' ? readdirSync(folder).filter((name) => name.startsWith('book-split.')) : [`book.${file.format}`];
        if (file.format === 'mobi' && halves.length !== 2) say(`the book splits into ${halves.length} halves: ${halves.join(', ')}`);
        for (const half of halves) {
          const back = await readWithCalibre(join(folder, half), kit).catch((error) => say(`${half}: ${error.message}`));
          if (typeof back !== 'object') continue;
          const lost = missing(want, back.headings);
          if (lost.length > 0) say(`${half}: ${lost.length} of ${want.length} headings are lost: ${lost.slice(0, 3).join(' | ')}`);
          const listed = missing(wanted(report, contentsDepth).slice(1), back.contents);
          if (listed.length > 0 && report.outline.length > 0)
            say(`${half}: ${listed.length} headings are not in the contents: ${listed.slice(0, 3).join(' | ')}`);
        }
      },
    );
    return findings;
  },
  proofs: [
    { name: 'cut short', format: 'mobi', damage: (bytes) => bytes.subarray(0, bytes.length / 2) },
    { name: 'cut short', format: 'azw3', damage: (bytes) => bytes.subarray(0, bytes.length / 3) },
    {
      name: 'a record is damaged',
      format: 'azw3',
      damage(bytes) {
        const copy = bytes.slice();
        copy.fill(0x80, 20_000, 20_600);
        return copy.length > 21_000 ? copy : bytes.subarray(0, 400);
      },
    },
  ],
};
