import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzip, zipFiles } from '@everyread/zip';
import { expect, it } from 'vitest';
import { folderWith, goodReport, run } from './terminal.js';

it('judges talking books by the rules of their standards', async () => {
  const folder = await folderWith({
    // A language that no voice speaks: a book of text alone needs none.
    'report.md': goodReport.replace('lang: en-GB', 'lang: cy'),
    'everyread.config.json': JSON.stringify({ editions: [{ format: 'daisy-3', options: { textOnly: true } }] }),
    'notes.zip': 'no archive',
  });
  expect((await run(folder, ['build', 'report.md', '--quiet'])).code).toBe(0);
  const book = 'dist/report-daisy-3.zip';
  expect(await run(folder, ['check', book])).toMatchObject({ code: 0, err: expect.stringMatching(/done .*: DAISY 3; /) });

  const path = join(folder, book);
  const files = [...unzip(new Uint8Array(await readFile(path)))].map(([name, body]) => ({
    path: name,
    body:
      name === 'navigation.ncx' ? new TextEncoder().encode(new TextDecoder().decode(body).replace('playOrder="1"', 'playOrder="7"')) : body,
  }));
  await writeFile(path, zipFiles(files, { date: new Date('2024-01-01') }));
  const bad = await run(folder, ['check', book]);
  expect(bad.code).toBe(1);
  expect(bad.err).toContain('error daisy-navigation navigation.ncx: playOrder 1 is missing (play-order)');
  const json = JSON.parse((await run(folder, ['check', book, '--json'])).out);
  expect(json).toMatchObject({ ok: false, exitCode: 1, standard: 'DAISY 3', messages: [{ ruleId: 'daisy-navigation' }] });
  expect((await run(folder, ['check', book, '--rule', 'daisy-navigation=off'])).code).toBe(0);

  await writeFile(join(folder, 'other.zip'), zipFiles([{ path: 'a.txt', body: new Uint8Array(3) }], { date: new Date('2024-01-01') }));
  expect(await run(folder, ['check', 'other.zip'])).toMatchObject({ code: 2, err: expect.stringContaining('other.zip is no DAISY book') });
  expect(await run(folder, ['check', 'none.zip'])).toMatchObject({ code: 2, err: expect.stringContaining('There is no file none.zip') });
  const broken = await run(folder, ['check', 'notes.zip']);
  expect(broken.err).not.toContain('    at ');
  expect(broken.code).not.toBe(0);
});
