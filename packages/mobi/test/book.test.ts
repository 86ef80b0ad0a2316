import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { build, memoryAssets, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { azw3Renderer, mobiRenderer, toAzw3, toMobi } from '@everyread/mobi';
import { readBook, readHalves, readIndex, readRecords, type ReadBook } from './read-back.js';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
const source = `---
title: "Our year <2023> & more"
author: A charity
lang: en-GB
date: 2024-03-22
cover: cover.png
---

Before the first section.

# One & only

Text with [a link](#two), :span[geiriau]{lang=cy} and a note[^a].

![A tick on paper](a.png)

## Below *one*

3. Third
4. Fourth

:::table[Attendance]{headers="col row"}
| Event | 2023 |
| --- | --- |
| Cuppas | 12 |
:::

# Two

${'Long paragraph with ½ and 🎉 and ünïcödé. '.repeat(400)}

::page{n="7"}

:::chart[Money]{type=pie unit="%"}
| Source | Share |
| --- | --- |
| Work | 60 |
| Gifts | 40 |
:::

## Deeper

### Deepest

End.

[^a]: The note.
`;
const { report } = readMarkdown(source, { path: 'report.md' });
const settings = { assets: memoryAssets({ 'a.png': png, 'cover.png': png }), message: () => undefined };
const headings = ['Our year <2023> & more', 'Contents', 'One & only', 'Below one', 'Two', 'Deeper', 'Deepest'];

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
const headingsOf = (markup: string): string[] => [...markup.matchAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>/g)].map((match) => plain(match[1]!));
const exthText = (book: ReadBook, type: number): string => decode(book.exth.get(type)?.[0] ?? new Uint8Array(0));

async function halves(): Promise<{ old: ReadBook; kf8: ReadBook; boundary: number }> {
  const [old, kf8] = readHalves(await toMobi(report, settings));
  return { old, kf8, boundary: old.records.length - kf8.records.length - 1 };
}

describe('the MOBI 6 half', () => {
  it('says title, author, language with region, and allows text-to-speech', async () => {
    const { old, boundary } = await halves();
    expect(old.version).toBe(6);
    expect(old.title).toBe('Our year <2023> & more');
    expect(exthText(old, 503)).toBe('Our year <2023> & more');
    expect(exthText(old, 100)).toBe('A charity');
    expect(exthText(old, 524)).toBe('en-GB');
    expect(old.locale).toBe(0x0809);
    expect([...old.exth.get(404)![0]!]).toEqual([0]);
    expect(new DataView(Uint8Array.from(old.exth.get(121)![0]!).buffer).getUint32(0)).toBe(boundary + 1);
  });

  it('keeps headings, text alternatives, lists, tables and languages', async () => {
    const text = decode((await halves()).old.text);
    expect(headingsOf(text)).toEqual(headings);
    expect(text).toContain('recindex="00002" alt="A tick on paper"');
    expect(text).toContain('<ol start="3">');
    expect(text).toContain('<span lang="cy">geiriau</span>');
    expect(text).toContain('<th scope="row">Cuppas</th>');
    expect(text).toContain('[page 7]');
    expect(text).toMatch(/Work 60%/);
    expect(text).not.toMatch(/<(?:section|figure|svg|span class)/);
  });

  it('leads every link to the element that it names', async () => {
    const { old } = await halves();
    const text = decode(old.text);
    const at = (place: number): string => decode(old.text.subarray(place, place + 200));
    const links = [...text.matchAll(/<(?:a|reference [^>]*?) ?filepos=(\d{10})[^>]*>(?:([^<]*)<\/a>)?/g)];
    expect(links.length).toBeGreaterThanOrEqual(8);
    for (const [, place] of links) expect(at(Number(place))).toMatch(/^</);
    for (const heading of headings.slice(2)) {
      const link = links.find((each) => plain(each[2] ?? '') === heading)!;
      expect(plain(/^<h[1-6]>(.*?)<\/h/.exec(at(Number(link[1])))![1]!)).toBe(heading);
    }
    const toc = /<reference type="toc"[^>]*filepos=(\d+)/.exec(text)!;
    expect(at(Number(toc[1]))).toMatch(/^<h2>Contents/);
  });

  it('lists the headings in its index', async () => {
    const { old } = await halves();
    const { entries, texts } = readIndex(old.records, old.header.getUint32(244));
    expect(entries.map((entry) => texts(entry.values.get(3)![0]!))).toEqual(headings.slice(2));
    for (const entry of entries) expect(decode(old.text.subarray(entry.values.get(1)![0]!, entry.values.get(1)![0]! + 2))).toBe('<h');
  });
});

describe('the KF8 half', () => {
  it('is put together again from its skeletons and fragments, every link landing where it says', async () => {
    const { kf8 } = await halves();
    expect(kf8.version).toBe(8);
    const { files, whole, positions } = assemble(kf8);
    expect(files.flatMap(headingsOf)).toEqual(headings);
    for (const file of files) expect(file).toMatch(/^<\?xml[^]*<body aid="[0-9A-V]+">[^]*<\/body><\/html>$/);
    const links = [...whole.matchAll(/href="kindle:pos:fid:([0-9A-V]{4}):off:([0-9A-V]{10})"[^>]*>([^<]*)<\/a>/g)];
    expect(links.length).toBeGreaterThanOrEqual(8);
    const bytes = new TextEncoder().encode(whole);
    for (const [, fragment, offset, label] of links) {
      const place = positions[Number.parseInt(fragment!, 32)]! + Number.parseInt(offset!, 32);
      const there = decode(bytes.subarray(place, place + 300));
      expect(there).toMatch(/^</);
      const heading = /^<h[1-6][^>]*>(.*?)<\/h/.exec(there);
      if (headings.includes(plain(label!))) expect(plain(heading![1]!)).toBe(plain(label!));
    }
  });

  it('nests its contents', async () => {
    const { kf8 } = await halves();
    const { entries, texts } = readIndex(kf8.records, kf8.header.getUint32(244));
    const tree = entries.map((entry) => [
      texts(entry.values.get(3)![0]!),
      entry.values.get(4)![0],
      entry.values.get(21)?.[0],
      entry.values.get(22)?.[0],
    ]);
    expect(tree).toEqual([
      ['One & only', 0, undefined, 2],
      ['Two', 0, undefined, 3],
      ['Below one', 1, 0, undefined],
      ['Deeper', 1, 1, 4],
      ['Deepest', 2, 3, undefined],
    ]);
  });

  it('has names for every place, no two alike', async () => {
    const whole = decode((await halves()).kf8.text);
    const aids = [...whole.matchAll(/ aid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(aids).size).toBe(aids.length);
  });
});

describe('AZW3', () => {
  it('is KF8 alone, with its own pictures and cover', async () => {
    const book = readBook(readRecords(await toAzw3(report, settings)));
    expect(book.version).toBe(8);
    expect(book.exth.has(121)).toBe(false);
    expect(exthText(book, 129)).toBe('kindle:embed:0001');
    expect(book.records[book.header.getUint32(108)]).toEqual(png);
    expect(decode(book.text)).toContain('alt="A tick on paper" src="kindle:embed:0002?mime=image/png"');
  });
});

describe('any report', () => {
  it('gives the same bytes again', async () => {
    expect(await toMobi(report, settings)).toEqual(await toMobi(report, settings));
  });

  it('is a book without sections, headings or pictures', async () => {
    const bare: Report = {
      meta: { title: 'T\u0000 \ud83d', lang: 'ar' },
      root: { type: 'root', children: [build.paragraph({}, [build.text({ value: 'نص' })])] },
    };
    for (const make of [toMobi, toAzw3]) {
      const book = readBook(readRecords(await make(bare, { message: () => undefined })));
      expect(decode(book.text)).toContain('نص');
      expect(exthText(book, 527)).toBe('rtl');
    }
  });

  it('names a section without a heading by its first words, and keeps a heading that is a picture', async () => {
    const odd =
      '---\ntitle: T\nlang: en\n---\n\n# ![A tick on paper](a.png)\n\n:::table{#t headers=col}\n| A |\n| --- |\n| b |\n:::\n\n##\n\nNothing above.\n';
    const book = await toMobi(readMarkdown(odd, { path: 'r.md' }).report, settings);
    for (const half of readHalves(book)) {
      const { entries, texts } = readIndex(half.records, half.header.getUint32(244));
      expect(entries.map((entry) => texts(entry.values.get(3)![0]!))).toEqual(['A tick on paper', 'Nothing above.']);
      const text = decode(half.text);
      expect(text).toMatch(/<h2[^>]*><img[^>]* alt="A tick on paper"/);
      expect(headingsOf(text)).toEqual(['T', 'Contents', '']);
      expect(text).toContain('Table 1');
    }
  });

  it('says how a program turns drawings into pictures for a Kindle', async () => {
    const said: string[] = [];
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>';
    const { report: drawn } = readMarkdown('---\ntitle: T\nlang: en\n---\n\n# One\n\n![A ring](ring.svg)\n', { path: 'r.md' });
    const assets = memoryAssets({ 'ring.svg': new TextEncoder().encode(svg) });
    await toMobi(drawn, { assets, message: (message) => said.push(`${message.ruleId}: ${message.note}`) });
    expect(said).toEqual([expect.stringMatching(/^mobi-picture-format: .*drawingsAsPng\(\) of @everyread\/docx/)]);
  });

  it('says what a Kindle can’t show', async () => {
    const said: string[] = [];
    const webp = Uint8Array.from([...'RIFF????WEBPVP8 '].map((character) => character.charCodeAt(0)));
    const { report: odd } = readMarkdown('---\ntitle: T\nlang: en\n---\n\n# One\n\n![Words](a.webp)\n\n![Gone](b.png)\n\n![](a.webp)\n', {
      path: 'r.md',
    });
    const book = await toMobi(odd, { assets: memoryAssets({ 'a.webp': webp }), message: (message) => said.push(message.ruleId ?? '') });
    expect(said).toEqual(['mobi-picture-format', 'mobi-picture-missing', 'missing-alt']);
    const text = decode(readBook(readRecords(book)).text);
    expect(text).toContain('Words');
    expect(text).toContain('Gone');
  });

  it('with 300 sections has indexes that are whole', async () => {
    const many = `---\ntitle: T\nlang: en\n---\n\n${Array.from({ length: 300 }, (_, index) => `# Section ${index}\n\n${'Text. '.repeat(60)}\n`).join('\n')}`;
    for (const book of readHalves(await toMobi(readMarkdown(many, { path: 'r.md' }).report, { message: () => undefined }))) {
      const { entries, texts } = readIndex(book.records, book.header.getUint32(244));
      expect(entries.map((entry) => texts(entry.values.get(3)![0]!))).toEqual(
        Array.from({ length: 300 }, (_, index) => `Section ${index}`),
      );
      const labels = entries.map((entry) => entry.label);
      expect([...labels].sort()).toEqual(labels);
    }
  });
});

it('the descriptors name the formats', () => {
  expect([mobiRenderer.name, mobiRenderer.extension, azw3Renderer.name, azw3Renderer.extension]).toEqual(['mobi', 'mobi', 'azw3', 'azw3']);
});

const real = new URL('../../../../shared/reports/impact-report-2023/report.md', import.meta.url);
it.skipIf(!existsSync(real))('the real report keeps all its headings in both halves (skipped without ../shared)', async () => {
  const text = readFileSync(real, 'utf8');
  const written = [...text.matchAll(/^#{1,6} /gm)].length;
  for (const book of readHalves(await toMobi(readMarkdown(text, { path: 'report.md' }).report, { message: () => undefined })))
    expect(headingsOf(decode(book.text))).toHaveLength(written + 2);
});

function assemble(book: ReadBook): { files: string[]; whole: string; positions: number[] } {
  const skeletons = readIndex(book.records, book.header.getUint32(252)).entries;
  const fragments = readIndex(book.records, book.header.getUint32(248)).entries;
  const files: string[] = [];
  let next = 0;
  for (const skeleton of skeletons) {
    const [start, length] = skeleton.values.get(6)!;
    let file = book.text.subarray(start!, start! + length!);
    let at = start! + length!;
    for (let count = skeleton.values.get(1)![0]!; count > 0; count -= 1) {
      const fragment = fragments[next]!;
      next += 1;
      const insert = Number(fragment.label) - start!;
      const size = fragment.values.get(6)![1]!;
      file = Uint8Array.from([...file.subarray(0, insert), ...book.text.subarray(at, at + size), ...file.subarray(insert)]);
      at += size;
    }
    files.push(decode(file));
  }
  return { files, whole: files.join(''), positions: fragments.map((fragment) => Number(fragment.label)) };
}
