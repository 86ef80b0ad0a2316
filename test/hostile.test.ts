import { checkFile, outlineOf, readBack, readers } from '@everyread/check';
import {
  collectBytes,
  EveryreadError,
  makeEdition,
  memoryAssets,
  prepare,
  renderFiles,
  renderToBytes,
  type Renderer,
} from '@everyread/core';
import { printMarkdown, readMarkdown } from '@everyread/markdown';
import { zipFiles } from '@everyread/zip';
import { createRegistry } from 'everyread';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { drawPng } from './conformance/kit/pictures.mjs';
import { compareOptions } from '../packages/everyread/src/build/read-back-options.js';
import { arbitraryReport } from './hostile/arbitrary-report.js';
import { explore } from './hostile/explore.js';
import { latinReport, writableReport } from './hostile/writable-report.js';

const assets = memoryAssets({
  'images/a.png': new Uint8Array((drawPng as (width: number, height: number) => Uint8Array)(16, 10)),
  'images/text.png': new TextEncoder().encode('This is no picture.'),
});

/** What a run ended in: a result, or a clean refusal. Anything else is a fault and goes through. */
async function outcome<T>(work: () => Promise<T> | T): Promise<T | EveryreadError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EveryreadError) return error;
    throw error;
  }
}

/** Our readers of archives have an error of their own with the same fields. */
const isClean = (error: unknown): boolean => error instanceof EveryreadError || (error instanceof Error && error.name === 'ZipError');

/** Formats that say by a message what they have no sign for. */
const braille = new Set(['brf', 'pef', 'ebrl']);

const renderers = (await createRegistry().list()).filter((renderer) => renderer.narration !== 'required');

async function push(renderer: Renderer, report: Parameters<typeof prepare>[0]): Promise<void> {
  const began = performance.now();
  const prepared = prepare(report, makeEdition(renderer.editions[0]), { format: renderer.name });
  outlineOf(prepared);
  for await (const file of renderFiles(renderer, prepared, {}, { assets, message: () => undefined })) {
    const body = await collectBytes(file.body);
    if (/\.([^./]+)$/.exec(file.path)![1]! in readers) await readBack({ path: file.path, body });
  }
  expect(performance.now() - began).toBeLessThan(20_000);
}

describe('documents that hardly anybody would write', () => {
  it.each(renderers.map((renderer) => [renderer.name, renderer] as const))(
    '%s ends in a file that can be read, or in a clean message',
    async (_, renderer) => {
      await fc.assert(
        fc.asyncProperty(arbitraryReport, async (report) => {
          const before = JSON.stringify(report);
          await outcome(() => push(renderer, report));
          expect(JSON.stringify(report)).toBe(before);
        }),
        explore(40),
      );
    },
  );

  const equal = renderers.flatMap((renderer) =>
    renderer.extension in readers
      ? renderer.editions.filter((name) => name !== 'read-aloud').map((name) => [renderer.name, name, renderer] as const)
      : [],
  );
  it.each(equal)(
    '%s, %s, holds every word, heading, table, alternative, link, note, page and language of what an author could write',
    async (_, name, renderer) => {
      await fc.assert(
        fc.asyncProperty(braille.has(renderer.name) ? latinReport : writableReport, async (report) => {
          const prepared = prepare(report, makeEdition(name), { format: renderer.name });
          const body = await renderToBytes(renderer, prepared, {}, { edition: makeEdition(name), assets, message: () => undefined });
          const options = await compareOptions(renderer.name, {}, prepared);
          const { messages } = await checkFile({ path: `odd.${renderer.extension}`, body }, prepared, options);
          expect(messages.map((message) => `${message.ruleId}: ${message.reason}`)).toEqual([]);
        }),
        explore(30),
      );
    },
  );

  it('PDF marks Welsh words as Welsh around a page mark, wherever in the line it stands', async () => {
    const renderer = renderers.find(({ name }) => name === 'pdf')!;
    for (let words = 0; words < 60; words += 4) {
      for (const inner of [':abbr[Mae CGGC]{title="Cyngor"}', ':say[plant y cymdeithas]{as="plant"}', '*gwirfoddolwyr*']) {
        const marked = `Mae ${inner} yn ŵyl :page{n="25"}**Conffederasiwn gwirfoddolwyr** y plant a’r cymdeithas yn y Tŷ`;
        const text = `---\ntitle: T\nlang: en-GB\n---\n\n${'word '.repeat(words)}:span[${marked}]{lang=cy} end.\n\nLast words.\n`;
        const read = readMarkdown(text, { path: 'odd.md' });
        expect(read.messages).toEqual([]);
        const prepared = prepare(read.report, makeEdition('large-print'), { format: 'pdf' });
        const body = await renderToBytes(renderer, prepared, {}, { edition: makeEdition('large-print'), message: () => undefined });
        const { messages } = await checkFile({ path: 'odd.pdf', body }, prepared);
        expect(messages.map((message) => `${words}: ${message.reason}`)).toEqual([]);
      }
    }
  });

  it('are printed as Markdown and read again', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (report) => {
        await outcome(() => readMarkdown(printMarkdown(report), { path: 'odd.md' }));
      }),
      explore(100),
    );
  });
});

describe('files that somebody made to do harm', () => {
  const date = new Date(Date.UTC(2000, 0, 1));
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const word = (document: string): Uint8Array =>
    zipFiles(
      [
        { path: '[Content_Types].xml', body: encode('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') },
        { path: 'word/document.xml', body: encode(document) },
      ],
      { date },
    );
  const bomb = `<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a19;</w:t></w:r></w:p></w:body></w:document>`;
  const cases: Record<string, { path: string; body: Uint8Array }> = {
    'an entity bomb in Word': { path: 'a.docx', body: word(bomb) },
    'an outside entity in Word': {
      path: 'a.docx',
      body: word(
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hosts">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>',
      ),
    },
    'a zip bomb in Word': {
      path: 'a.docx',
      body: zipFiles([{ path: '[Content_Types].xml', body: new Uint8Array(150 * 1024 * 1024) }], { date }),
    },
    'elements nested too deep in Word': {
      path: 'a.docx',
      body: word(
        `<w:document xmlns:w="w"><w:body>${'<w:sdt><w:sdtContent>'.repeat(2000)}${'</w:sdtContent></w:sdt>'.repeat(2000)}</w:body></w:document>`,
      ),
    },
    'a book without a container': {
      path: 'a.epub',
      body: zipFiles([{ path: 'mimetype', body: encode('application/epub+zip') }], { date }),
    },
    'a picture called a book': { path: 'a.epub', body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) },
    'nothing at all': { path: 'a.docx', body: new Uint8Array() },
    'bytes that are no UTF-8': { path: 'a.html', body: new Uint8Array([0x3c, 0x70, 0x3e, 0xff, 0xfe, 0xfd]) },
  };
  it.each(Object.entries(cases))('%s is refused in clean words, soon', async (_, file) => {
    const began = performance.now();
    await expect(readBack(file)).rejects.toSatisfy(isClean);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('random bytes never end in anything but a clean message', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(readers)), fc.uint8Array({ maxLength: 400 }), async (ending, body) => {
        try {
          await readBack({ path: `a.${ending}`, body });
        } catch (error) {
          expect(isClean(error), String((error as Error).stack)).toBe(true);
        }
      }),
      explore(300),
    );
  });

  it.each([
    ['quotations in quotations', '> '.repeat(3000) + 'x'],
    ['lists in lists', Array.from({ length: 400 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n')],
    ['brackets', '['.repeat(20_000)],
    ['stars', '*a '.repeat(20_000)],
    ['one line of five million characters', 'word '.repeat(1_000_000)],
    ['control characters', 'a\u0000\u0001\u0002\u001b[31mb\ud800'],
  ])('Markdown of %s is read or refused in bounded time', async (_, body) => {
    const began = performance.now();
    await outcome(() => {
      const { report } = readMarkdown(`---\ntitle: Odd\nlang: en\n---\n\n# Odd\n\n${body}\n`, { path: 'odd.md' });
      return prepare(report, makeEdition('screen-reader'));
    });
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
