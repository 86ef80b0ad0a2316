import { createRequire } from 'node:module';
import { mkdirSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { prepare, makeEdition } from '@everyread/core';
import { unzip } from '@everyread/zip';
import { describe, expect, it } from 'vitest';
import {
  asciiToCells,
  cellsToAscii,
  readBrf,
  readPefRows,
  toBraillePreview,
  toBrf,
  toEbrl,
  toPef,
  toUnicodeBraille,
  type BrfOptions,
} from '../src/index.js';
import { longReport } from './reports.js';

const trim = (pages: string[][]): string[] =>
  pages.map((page) => {
    const lines = page.map((line) => line.replace(/⠀+$/, ''));
    while (lines.at(-1) === '') lines.pop();
    return lines.join('\n');
  });
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('ASCII Braille', () => {
  it('has 64 characters and reads both cases alike', () => {
    const cells = Array.from({ length: 64 }, (_, index) => String.fromCharCode(0x2800 + index)).join('');
    const ascii = cellsToAscii(cells);
    expect(new Set(ascii).size).toBe(64);
    expect(asciiToCells(ascii)).toBe(cells);
    expect(asciiToCells(ascii.toLowerCase())).toBe(cells);
    expect(asciiToCells('`{|}~')).toBe(asciiToCells('@[\\]^'));
    expect(cellsToAscii('⠼⠁⠃⠉⠀⠠⠮')).toBe('#ABC ,!');
  });
});

describe('files of one report', () => {
  const report = longReport(6);

  it('BRF is 7-bit, and every variant reads back as the same pages', async () => {
    const cells = trim(readPefRows(await toPef(report)));
    for (const lineEnd of ['crlf', 'lf'] as const) {
      for (const formFeed of ['after-line', 'after-text', 'none'] as const) {
        for (const lowerCase of [false, true]) {
          const options: BrfOptions = { lineEnd, formFeed, lowerCase };
          const brf = await toBrf(report, options);
          expect(brf.every((byte) => byte < 128)).toBe(true);
          expect(trim(readBrf(brf, 25)).join('\f') === cells.join('\f')).toBe(true);
          const text = new TextDecoder().decode(brf);
          expect(text.endsWith('\f')).toBe(false);
          expect(text.includes('\r')).toBe(lineEnd === 'crlf');
          expect(text.includes('\f')).toBe(formFeed !== 'none');
        }
      }
    }
  });

  it('Unicode text has the same cells', async () => {
    const text = new TextDecoder().decode(await toUnicodeBraille(report));
    expect(trim(text.split('\f').map((page) => page.replace(/\n$/, '').split('\n')))).toEqual(trim(readPefRows(await toPef(report))));
    expect(text).toMatch(/^[\u2800-\u283f\n\f]*$/);
  });

  it('PEF keeps the two rules of its Schematron', async () => {
    const pef = new TextDecoder().decode(await toPef(report, { profile: 'bana', volumePages: 10 }));
    const [, cols, rows] = /<volume cols="(\d+)" rows="(\d+)"/.exec(pef)!;
    for (const page of readPefRows(new TextEncoder().encode(pef))) {
      expect(page.length).toBeLessThanOrEqual(Number(rows));
      for (const row of page) expect(row.length).toBeLessThanOrEqual(Number(cols));
    }
    expect(pef.match(/<volume /g)!.length).toBeGreaterThan(1);
    expect(pef).toContain('<dc:format>application/x-pef+xml</dc:format>');
  });

  it('the proof shows cells beside print and runs no script', async () => {
    const html = new TextDecoder().decode(await toBraillePreview(report));
    expect(html).toMatch(/<td class="cells">⠀*⠠⠎⠑⠉⠰⠝⠀⠼⠁/);
    expect(html).toContain('Section 1 of what we did');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it('eBraille says on its title page how to ask for another format', async () => {
    const asked = { ...report, meta: { ...report.meta, contact: 'hello@example.org' } };
    const title = (given: typeof report): Promise<string> =>
      toEbrl(given).then((bytes) => new TextDecoder().decode(unzip(bytes).get('ebraille/title.html')!));
    expect(await title(asked)).toContain('⠈⠁⠑⠭⠁⠍⠏⠇⠑⠲⠕⠗⠛');
    expect(await title(report)).not.toContain('⠈⠁');
  });

  it('eBraille has its files in place, all required metadata, and nothing but Braille in its text', async () => {
    const files = unzip(await toEbrl(report));
    expect([...files.keys()][0]).toBe('mimetype');
    for (const name of ['package.opf', 'index.html', 'META-INF/container.xml']) expect(files.has(name)).toBe(true);
    const opf = new TextDecoder().decode(files.get('package.opf')!);
    for (const property of [
      'a11y:brailleCellType',
      'a11y:brailleSystem',
      'a11y:completeTranscription',
      'a11y:producer',
      'a11y:tactileGraphics',
      'dcterms:dateCopyrighted',
      'dcterms:modified',
    ])
      expect(opf).toContain(`<meta property="${property}">`);
    for (const element of ['creator', 'date', 'format', 'identifier', 'language', 'title'])
      expect(opf).toMatch(new RegExp(`<dc:${element}[ >]`));
    expect(opf).toContain('<dc:format>eBraille 1.0</dc:format>');
    expect(opf).toContain('<dc:language>en-Brai-GB</dc:language>');
    for (const [name, bytes] of files) {
      if (!name.endsWith('.html')) continue;
      const html = new TextDecoder().decode(bytes);
      expect(html.replace(/<[^>]*>/g, '')).toMatch(/^[\u2800-\u28ff\s]*$/);
      for (const [, value] of html.matchAll(/ (?:alt|aria-label)="([^"]*)"/g)) expect(value).toMatch(/^[\u2800-\u28ff\s]*$/);
      expect(html).not.toMatch(/<script|<form|src="http/);
    }
    const first = [...files.keys()].find((name) => name.startsWith('ebraille/part-'))!;
    const part = new TextDecoder().decode(files.get(first)!);
    expect(part.match(/<h2 /g)).toHaveLength(1);
    expect(part).toContain('<blockquote>');
    expect(part).toMatch(/<li>(<p>)?⠼⠁⠲/);
  });
});

describe('determinism', () => {
  it('same bytes twice, and from four workers at once with different tables', async () => {
    const report = longReport(3);
    const prepared = prepare(report, makeEdition('braille'), { format: 'brf' });
    const first = hash(await toBrf(prepared));
    expect(hash(await toBrf(prepared))).toBe(first);
    const other = hash(await toBrf(prepared, { grade: 1 }));
    expect(other).not.toBe(first);
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const folder = `${root}node_modules/.cache/everyread-braille`;
    mkdirSync(folder, { recursive: true });
    const bundle = `${folder}/worker-${process.pid}.mjs`;
    const esbuild = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
    await esbuild.build({
      stdin: {
        contents: `import { parentPort, workerData } from 'node:worker_threads';
          import { createHash } from 'node:crypto';
          import { toBrf } from './packages/braille/src/index.ts';
          const bytes = await toBrf(workerData.report, { grade: workerData.grade });
          parentPort.postMessage(createHash('sha256').update(bytes).digest('hex'));`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: bundle,
      logLevel: 'error',
      loader: { '.ttf': 'binary', '.woff2': 'binary', '.wasm': 'binary' },
      alias: {
        '@everyread/fonts': `${root}packages/fonts/src/index.ts`,
        '@everyread/core': `${root}packages/core/src/index.ts`,
        '@everyread/html': `${root}packages/html/src/index.ts`,
        '@everyread/zip': `${root}packages/zip/src/index.ts`,
      },
    });
    try {
      const hashes = await Promise.all(
        [2, 1, 2, 1].map(
          (grade) =>
            new Promise<string>((done, fail) => {
              const worker = new Worker(bundle, { workerData: { report, grade } });
              worker.once('message', done);
              worker.once('error', fail);
            }),
        ),
      );
      expect(hashes).toEqual([first, other, first, other]);
    } finally {
      rmSync(bundle, { force: true });
    }
  });
});
