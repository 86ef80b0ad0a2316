import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memoryAssets } from '@everyread/core';
import { toDocx } from '@everyread/docx';
import { readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { filesIn, folderWith, pixel, run, wordsConfig } from './terminal.js';

const page =
  '<!DOCTYPE html>\n<html lang="en">\n<title>Our year</title>\n<h1>Our year</h1>\n<h2>Aims</h2>\n<p>We have <a href="https://example.org/aims">aims</a>.</p>\n<figure><img src="ring.png" alt="A ring."></figure>\n';
const { report } = readMarkdown('---\ntitle: Our year\nlang: en\n---\n\n# Aims\n\nText.\n\n:::figure{src="ring.png" alt="A ring."}\n:::\n');
const word = await toDocx(report, { assets: memoryAssets({ 'ring.png': pixel }), message: () => undefined });

describe('documents of other programs', () => {
  it.each([
    ['page.html', page],
    ['page.docx', word],
  ])('%s is built at once, its pictures included', async (name, body) => {
    const folder = await folderWith({ [name]: body, 'ring.png': pixel, 'everyread.config.mjs': wordsConfig });
    const result = await run(folder, ['build', name, '--to', 'words:screen-reader,html:screen-reader']);
    expect(result).toMatchObject({ code: 0, out: 'dist/page.txt\ndist/page.html\n' });
    expect(await readFile(join(folder, 'dist/page.txt'), 'utf8')).toContain('Our year\n12\nAims');
    expect(await readFile(join(folder, 'dist/page.html'), 'utf8')).toContain('alt="A ring."');
  });
  it('a document is never written over by its own edition', async () => {
    const folder = await folderWith({ 'page.html': page, 'ring.png': pixel });
    const result = await run(folder, ['build', 'page.html', '--to', 'html:screen-reader', '--out', '.']);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(await readFile(join(folder, 'page.html'), 'utf8')).toBe(page);
  });
  it('check names the line of the page', async () => {
    const folder = await folderWith({ 'page.html': page.replace(' alt="A ring."', ''), 'ring.png': pixel });
    const result = await run(folder, ['check', 'page.html']);
    expect(result.code).toBe(1);
    expect(result.err).toContain('page.html:7:1 error missing-alt');
  });
  it('names the paragraph of a Word document by its number and its first words, and what it stands in', async () => {
    const text =
      '---\ntitle: T\nlang: en\n---\n\nSee [here](https://example.org/).[^1]\n\n| A | B |\n| - | - |\n| [here](https://example.org/a) | 2 |\n\n[^1]: Look [here](https://example.org/b).\n';
    const body = await toDocx(readMarkdown(text).report, { message: () => undefined });
    const folder = await folderWith({ 'a.docx': body });
    const { err } = await run(folder, ['check', 'a.docx']);
    expect(err.split('\n').filter((line) => line.includes('link-generic'))).toEqual([
      expect.stringMatching(/^a\.docx, paragraph \d+ \(“See here\.”\): warning link-generic /),
      expect.stringMatching(/^a\.docx, paragraph \d+, in a table \(“here”\): warning link-generic /),
      expect.stringMatching(/^a\.docx, paragraph \d+, in note 1 \(“Look here\.”\): warning link-generic /),
    ]);
    const { out } = await run(folder, ['check', 'a.docx', '--json']);
    expect((JSON.parse(out) as { messages: { ruleId: string }[] }).messages.find((each) => each.ruleId === 'link-generic')).toMatchObject({
      file: 'a.docx',
      line: expect.any(Number) as number,
      column: 1,
    });
  });
  it('check names once what the import names too', async () => {
    const folder = await folderWith({
      'page.html': page.replace('<figure>', '<p><b>Our people</b></p>\n<p>They are named on page 9.</p>\n<figure>'),
      'ring.png': pixel,
    });
    const { err } = await run(folder, ['check', 'page.html']);
    expect(err.match(/(?:import-fake-heading|head-fake|import-page-reference|ref-page)/g)).toEqual([
      'import-fake-heading',
      'import-page-reference',
    ]);
  });
  it('a page comes in by standard input too', async () => {
    const folder = await folderWith({});
    const result = await run(folder, ['check', '-'], { input: page.replace(/<figure>.*/, '') });
    expect(result.code).toBe(0);
  });
  it('import writes the report and takes the pictures along', async () => {
    const folder = await folderWith({ 'page.html': page, 'ring.png': pixel });
    const result = await run(folder, ['import', 'page.html', '--out', 'new']);
    expect(result).toMatchObject({ code: 0, out: 'new/page.md\nnew/ring.png\n' });
    expect(await filesIn(join(folder, 'new'))).toEqual(['page.md', 'ring.png']);
    expect((await run(folder, ['check', 'new/page.md'])).code).toBe(0);
  });
  it.each([
    ['a.pdf', '%PDF-1.7', 'Word file'],
    ['a.rtf', '{\\rtf1 x}', 'save it as .docx'],
    ['a.odt', 'PK\u0003\u0004x', 'save it as .docx'],
    ['a.docx', 'PK\u0003\u0004x', 'Word document (.docx)'],
  ])('%s is refused, with what to do', async (name, body, hint) => {
    const folder = await folderWith({ [name]: body });
    for (const command of ['import', 'check', 'build']) {
      const result = await run(folder, [command, name]);
      // A PDF to be checked may be an edition: it is asked for its report.
      expect(result.code).toBe(command === 'check' && name === 'a.pdf' ? 2 : 1);
      expect(result.err).toContain(hint);
      expect(await filesIn(folder)).toEqual([name]);
    }
  });
});
