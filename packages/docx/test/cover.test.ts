import { inflateSync } from 'node:zlib';
import { makeEdition, memoryAssets } from '@everyread/core';
import { toDocx } from '@everyread/docx';
import { readMarkdown } from '@everyread/markdown';
import { unzip } from '@everyread/zip';
import { expect, it } from 'vitest';
import { coverPixels } from '../src/picture/cover-pixels.js';
import { drawCover } from './kit/draw-cover.js';

/** What the title page shows, in order. */
async function titlePage(typeSizePt: number): Promise<string[]> {
  const front = `title: Impact Report 2023
subtitle: Many hands, one thread
lang: en-GB
publisher: Common Thread
date: 2024-03-22
contact: Write to hello@commonthread.example or ring 01632 960 123 to ask for this report in another format.
rights: © Common Thread 2024. You may copy and share this report, with our name on it.
cover: cover.svg
coverAlt: Woven threads.
theme: { logo: cover.svg, logoAlt: Our knot }`;
  const { report } = readMarkdown(
    `---\n${front}\n---\n\n${'# Part\n\nWords that fill a line or two, so that the report is no leaflet.\n\n'.repeat(40)}`,
    { path: 'r.md' },
  );
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="600"><path d="M0 0h400v600H0z" fill="red"/></svg>';
  const assets = memoryAssets({ 'cover.svg': new TextEncoder().encode(svg) });
  const bytes = await toDocx(report, { edition: makeEdition('large-print', { typeSizePt }), assets });
  const text = new TextDecoder().decode(unzip(bytes).get('word/document.xml'));
  const marks = ['descr="Our knot"', 'descr="Woven threads."', '>Impact Report 2023<', 'with our name on it'];
  return marks
    .map((mark) => [text.indexOf(mark), mark] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([at, mark]) => `${mark}${at < 0 ? ' is missing' : ''}`);
}

it('has the pictures before the title, but after the words of the title page where large type fills it', async () => {
  const [logo, cover, title, rights] = ['descr="Our knot"', 'descr="Woven threads."', '>Impact Report 2023<', 'with our name on it'];
  expect(await titlePage(18)).toEqual([logo, cover, title, rights]);
  expect(await titlePage(22)).toEqual([logo, title, rights, cover]);
  expect(await titlePage(28)).toEqual([title, rights, logo, cover]);
});

it('keeps the picture of title pages as it is drawn', () => {
  const drawn = drawCover(coverPixels.shades);
  expect([coverPixels.width, coverPixels.height]).toEqual([drawn.width, drawn.height]);
  // Where this fails because the drawing was changed, put `drawn.data` into src/picture/cover-pixels.ts.
  expect(Buffer.compare(inflateSync(Buffer.from(coverPixels.data, 'base64')), drawn.raw)).toBe(0);
});
