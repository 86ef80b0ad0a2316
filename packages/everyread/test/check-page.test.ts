import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipFiles } from '@everyread/zip';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../src/build/check-archive.js';
import { folderWith, goodReport, run } from './terminal.js';

const editions = ['html:screen-reader', 'docx:screen-reader', 'pdf:screen-reader', 'brf', 'pef', 'mp3', 'daisy-2.02', 'html:read-aloud'];
const config = `export default { editions: ${JSON.stringify(editions)} };`;
// A name that an address must write in another way, and a summary that the page keeps apart.
const name = 'Größe & mehr';
const stem = 'Größe-mehr';
const report = goodReport.replace(
  'date:',
  'contact: help@example.org\nlinkedEditions:\n  - title: Easy read\n    href: https://example.org/easy\ndate:',
);

describe('the download page and the archive of a folder are judged by the files beside them', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await folderWith({ [`${name}.md`]: report, 'everyread.config.mjs': config });
    expect(await run(folder, ['build', `${name}.md`, '--quiet'])).toMatchObject({ code: 0 });
  }, 90_000);

  const check = async (): Promise<{ code: number; said: string[] }> => {
    const { code, out } = await run(folder, ['check', 'dist', '--json', '--quiet']);
    interface Found {
      messages: { ruleId: string; reason: string }[];
    }
    const result = JSON.parse(out) as { files?: Found[] } & Found;
    return { code, said: (result.files ?? [result]).flatMap((file) => file.messages.map((each) => `${each.ruleId}: ${each.reason}`)) };
  };

  it('finds nothing on what a build wrote, and says what it looked at', async () => {
    const { code, err } = await run(folder, ['check', 'dist']);
    expect(err).toContain('done dist/index.html: it offers every edition, with the size, length and checksum of its file');
    expect(err).toContain(`done dist/${stem}-all.zip: it holds every edition as it lies beside it`);
    expect(err).toContain('no errors and no warnings');
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'dist/index.html'), 'utf8')).toContain('href="Gr%C3%B6%C3%9Fe-mehr.docx"');
  }, 60_000);

  it.each<[what: string, from: string | RegExp, to: string, said: string]>([
    ['a link that leads nowhere', '-mehr.docx"', '-mehr.doc"', 'download-page-link: The link “Word document (DOCX, '],
    ['a link that was encoded twice', /(<a href=")Gr%C3%B6/, '$1Gr%25C3%25B6', 'download-page-link: '],
    ['a link out of the folder', 'href="conformance.html"', `href="../${name}.md"`, 'which is no file beside the page'],
    ['a link to this computer', 'href="conformance.html"', 'href="file:///etc/passwd"', 'which is no file beside the page'],
    ['a link to a place that is not on the page', '"#main"', '"#mayn"', 'leads to #mayn, which is not on the page'],
    ['another size', /\(DOCX, [\d.,]+/, '(DOCX, 1', `download-page-file: ${stem}.docx has `],
    ['a size of another unit', /(\(DOCX, \d+\s)kB/, '$1MB', `download-page-file: ${stem}.docx has `],
    ['other pages', '<li>1 page<', '<li>3 pages<', `download-page-file: ${stem}.pdf has 1 page, and the page says “`],
    ['pages that are gone', '<li>1 page</li>', '', `download-page-file: ${stem}.pdf has 1 page, and the page says “`],
    ['other Braille pages', /<li>\d+ Braille pages?</, '<li>7 Braille pages<', `download-page-file: ${stem}.brf has `],
    ['other minutes', /datetime="PT1M"/, 'datetime="PT7M"', 'has 1 minute, and the page says'],
    ['other minutes in words', '>1 minute<', '>7 minutes<', 'has 1 minute, and the page says'],
    ['another checksum', /<td>[0-9a-f]{64}/, `<td>${'0'.repeat(64)}`, `download-page-file: The checksum of ${stem}.html is another`],
    [
      'a checksum that is gone',
      /<tr><th scope="row">[^<]+\.pdf<.*?<\/tr>/,
      '',
      `download-page-missing: The checksum of ${stem}.pdf is not said`,
    ],
    [
      'an edition that is gone',
      /<li class="edition"><p class="edition-title"><a href="[^"]+\.pef".*?<\/ul><\/li>/,
      '',
      `The edition ${stem}.pef is not offered`,
    ],
    ['another heading', '<h1>Our year', '<h1>Your year', 'read-back-title: The page is headed “Your year”'],
    ['another language', '<html lang="en-GB"', '<html lang="cy"', 'read-back-lang: The page says that its language is cy'],
    [
      'another language of a file',
      'hreflang="en-GB"',
      'hreflang="fr"',
      `read-back-lang: The page says that the language of ${stem}.html is fr`,
    ],
  ])(
    'sees %s',
    async (_what, from, to, said) => {
      const path = join(folder, 'dist/index.html');
      const good = await readFile(path, 'utf8');
      const bad = good.replace(from, to);
      expect(bad).not.toBe(good);
      await writeFile(path, bad);
      const found = await check();
      await writeFile(path, good);
      expect(found.said.join('\n')).toContain(said);
      expect(found.code).toBe(1);
    },
    60_000,
  );

  it('judges the page with its folder, where the page is named', async () => {
    const { code, err } = await run(folder, ['check', 'dist/index.html']);
    expect(err).toContain('done dist/index.html: it offers every edition');
    expect(code).toBe(0);
  }, 60_000);

  it('says after a build that a linked edition does not lie beside the page', async () => {
    const linked = report.replace('https://example.org/easy', 'easy-read.pdf');
    const other = await folderWith({ 'report.md': linked, 'everyread.config.mjs': "export default { editions: ['brf'] };" });
    const { err } = await run(other, ['build', 'report.md']);
    expect(err).toContain('index.html error download-page-link The link “Easy read” leads to easy-read.pdf, and that file is not there');
    await writeFile(join(other, 'dist/easy-read.pdf'), 'a PDF');
    expect((await run(other, ['build', 'report.md'])).err).not.toContain('download-page-link');
  }, 60_000);

  it('sees a page that is not there, is no text, or is empty', async () => {
    const path = join(folder, 'dist/index.html');
    const good = await readFile(path);
    for (const [bytes, said] of [
      [undefined, 'output-missing: The file index.html is not there'],
      [new Uint8Array([0xff, 0xfe, 0x00]), 'read-back-unreadable: The page is not UTF-8'],
      [new Uint8Array(), `download-page-missing: The edition ${stem}.docx is not offered`],
    ] as const) {
      await (bytes ? writeFile(path, bytes) : rm(path));
      expect((await check()).said.join('\n')).toContain(said);
    }
    await writeFile(path, good);
  }, 60_000);

  it('sees an archive that holds another file, lacks one, or is cut short', async () => {
    const path = join(folder, `dist/${stem}-all.zip`);
    const good = await readFile(path);
    const other = [
      { path: `${stem}.docx`, body: new Uint8Array([1]) },
      { path: 'old.pdf', body: new Uint8Array([1]) },
    ];
    await writeFile(path, zipFiles(other, { date: new Date('2024-03-22T00:00:00Z') }));
    const { said } = await check();
    expect(said).toContain(`output-archive: ${stem}-all.zip holds another ${stem}.docx than the folder`);
    expect(said).toContain(`output-archive: ${stem}-all.zip holds old.pdf, which is not in the folder`);
    expect(said).toContain(`output-archive: ${stem}-all.zip lacks ${stem}.pdf`);
    await writeFile(path, good.subarray(0, good.length / 2));
    expect((await check()).said.join('\n')).toContain(`output-archive: ${stem}-all.zip can’t be read`);
    await writeFile(path, good);
  }, 60_000);

  it('says of an archive that is too large to be read that it was not', async () => {
    const found = await checkArchive(join(folder, 'dist'), ['a.docx'], undefined, 1000);
    expect(found).toMatchObject({ read: false, messages: [], limit: expect.stringContaining('was not compared with the files') });
  });

  it('judges the page without the record of the build and without the report, and leaves other pages of that name alone', async () => {
    const path = join(folder, 'dist/index.html');
    const good = await readFile(path, 'utf8');
    await copyFile(join(folder, `${name}.md`), join(folder, 'kept.md'));
    await rm(join(folder, 'dist/everyread-report.json'));
    expect(await check()).toEqual({ code: 0, said: [] });
    await writeFile(path, good.replace('-mehr.docx"', '-mehr.doc"'));
    expect((await check()).said.join('\n')).toContain(`download-page-missing: The edition ${stem}.docx is not offered`);
    await writeFile(path, '<!DOCTYPE html><title>Our site</title><a href="/news">News</a>');
    expect(await check()).toEqual({ code: 0, said: [] });
  }, 60_000);
});
