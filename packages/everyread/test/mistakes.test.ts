import { readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../src/output/make-folder.js';
import { filesIn, folderWith, run } from './terminal.js';

/** What somebody does wrong who runs the command once a year. */

const report = '---\ntitle: Our year\nlang: en-GB\n---\n\n# Training\n\nWe trained **502** people.\n';
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

describe('remedies can be followed as they are written', () => {
  it.each([
    ['words in Chinese letters', 'Our partner 中国 helped.', ':span[中国]{lang=zh}'],
    ['words in Arabic letters', 'Our partner محمد helped.', ':span[محمد]{lang=ar dir=rtl}'],
    ['a line break in HTML', 'One<br>two.', 'End the line with a backslash'],
    ['raised letters in HTML', 'Ten m<sup>2</sup> of it.', 'such as m² or CO₂'],
  ])('%s', async (_, words, remedy) => {
    const { err } = await run(await folderWith({ 'report.md': `${report}\n${words}\n` }), ['check', 'report.md']);
    expect(err).toContain(remedy);
  });

  it('a report whose only heading is its title is told so', async () => {
    const { err } = await run(await folderWith({ 'report.md': '# Our year\n\nWe met.\n' }), ['check', 'report.md']);
    expect(err).toContain('head-none The report has no headings besides its title');
    expect(err).toContain('a line that starts with `## `');
  });

  it('a day that no month has is no date: it was printed as another day', async () => {
    const dated = (date: string) => folderWith({ 'report.md': report.replace('title:', `date: ${date}\ntitle:`) });
    for (const date of ['2025-02-30', '2025-04-31', '2025-13-01', '2025-01-32', '2025-00-10'])
      expect((await run(await dated(date), ['check', 'report.md'])).err).toContain('date has the wrong form');
    for (const date of ['2024-02-29', '2025-12-31', '2025-06', '2025'])
      expect((await run(await dated(date), ['check', 'report.md'])).err).toContain('no errors and no warnings');
  });

  it('a rule that there is not is named, in the front matter and in the configuration', async () => {
    const front = report.replace('title:', 'rules: { img-alt-mising: off, my-own-rule: off }\ntitle:');
    const { err } = await run(await folderWith({ 'report.md': front }), ['check', 'report.md']);
    expect(err).toMatch(/report\.md:2:\d+ warning unknown-rule There is no rule named img-alt-mising/);
    expect(err).not.toContain('my-own-rule is');
    const accepted = report.replace('title:', 'rules:\n  img-text: off\nsuppress:\n  img-alt-mising: They are drawn.\ntitle:');
    expect((await run(await folderWith({ 'report.md': accepted }), ['check', 'report.md'])).err).toContain(
      'report.md:5:19 warning unknown-rule',
    );
    const other = '{ "options": { "docxx": {} } }';
    const wrong = await run(await folderWith({ 'report.md': report, 'everyread.config.json': other }), [
      'build',
      'report.md',
      '--to',
      'pdf',
    ]);
    expect(wrong.err).toContain('There is no format named docxx');
    const config = '{ "suppress": { "missing-alts": "They are drawn." } }';
    const set = await run(await folderWith({ 'report.md': report, 'everyread.config.json': config }), ['check', 'report.md']);
    expect(set.err).toContain('There is no rule named missing-alts');
    expect(set.err).toContain('Did you mean missing-alt?');
  });

  it('the folder that one stands in is no file, and the example of one is in it', async () => {
    const folder = await folderWith({ 'report.md': report });
    const { code, err } = await run(folder, ['build', '.']);
    expect(code).toBe(2);
    expect(err).toContain(`such as ${join(folder, 'report.md')}.`);
  });

  it('an edition can be left out by its name, and one that there is not is named', async () => {
    const folder = await folderWith({ 'report.md': report });
    const { code, out } = await run(folder, ['build', 'report.md', '--to', 'html,docx', '--except', 'docx:large-print', '--quiet']);
    expect(code).toBe(0);
    expect(out).toContain('report.docx');
    expect(out).not.toContain('large-print');
    const wrong = await run(folder, ['build', 'report.md', '--except', 'docx:huge-print']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('The format docx has no edition named huge-print');
  });
});

describe('pictures', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Buffer.concat([...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))), Buffer.alloc(40)]);

  it.each([
    ['a.heic', bytes([0, 0, 0, 24], 'ftypheic'), 'those of HEIC, as telephones save photographs'],
    ['a.jpg', bytes([0, 0, 0, 24], 'ftypmif1'), 'those of HEIC'],
    ['a.avif', bytes([0, 0, 0, 28], 'ftypavif'), 'those of AVIF'],
    ['a.tif', bytes('II*\0'), 'those of TIFF'],
    ['a.png', bytes('%PDF-1.7'), 'those of PDF'],
    ['b.png', bytes('<!DOCTYPE html>'), 'those of a web page'],
    ['c.png', bytes('nothing'), 'not those of PNG, JPEG, GIF, WebP or SVG'],
  ])('%s: says what it is', async (name, body, words) => {
    const folder = await folderWith({ 'report.md': `${report}\n![A.](${name})\n`, [name]: body });
    const { code, err } = await run(folder, ['check', 'report.md']);
    expect(code).toBe(1);
    expect(err).toContain(`report.md:10:1 error image-type The file ${name} is not a picture that Everyread knows: its bytes are ${words}`);
    expect(err).toContain('save it as PNG or JPEG');
  });

  it('says of pictures that are not there that they are not there, and not that they have the same words', async () => {
    const text = `${report}\n![A wall.](a.png)\n\n![A wall.](b.png)\n`;
    const gone = await run(await folderWith({ 'report.md': text }), ['check', 'report.md']);
    expect(gone.err.match(/image-missing|img-alt-dup/g)).toEqual(['image-missing', 'image-missing']);
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const there = await run(await folderWith({ 'report.md': text, 'a.png': png, 'b.png': drawing }), ['check', 'report.md']);
    expect(there.err.match(/image-missing|img-alt-dup/g)).toEqual(['img-alt-dup']);
    const same = await run(await folderWith({ 'report.md': text, 'a.png': png, 'b.png': png }), ['check', 'report.md']);
    expect(same.err.match(/image-missing|img-alt-dup/g)).toBeNull();
  });

  it('names the file that was meant, where capitals or slashes differ', async () => {
    const text = `${report}\n![A.](Images/Wall.PNG)\n\n![B.](images\\wall.png)\n`;
    const folder = await folderWith({ 'report.md': text, 'images/wall.png': png });
    const { err } = await run(folder, ['check', 'report.md']);
    expect(err).toContain('The file Images/Wall.PNG was not found; there is images/wall.png');
    expect(err).toContain('its name is written with \\ in place of /; there is images/wall.png');
  });

  it('opens a file whose accents another system took apart', async () => {
    const folder = await folderWith({ 'report.md': `${report}\n![A.](images/été.png)\n`, ['images/été.png'.normalize('NFD')]: png });
    expect(await run(folder, ['check', 'report.md'])).toMatchObject({ code: 0 });
  });

  it('names no file outside the folder', async () => {
    const folder = await folderWith({ 'mine/report.md': `${report}\n![A.](Link/Secret.png)\n`, 'other/secret.png': png });
    const { symlink } = await import('node:fs/promises');
    await symlink(join(folder, 'other'), join(folder, 'mine/link'));
    const { err } = await run(folder, ['check', 'mine/report.md']);
    expect(err).not.toContain('secret.png');
  });
});

describe('the file of the report', () => {
  it.each([
    ['UTF-16', Buffer.from(`\ufeff${report}`, 'utf16le'), 'it seems to be in UTF-16, which some editors call “Unicode”'],
    ['Latin-1', Buffer.from(`${report}Café £5`, 'latin1'), 'seems to be in an older encoding'],
  ])('in %s: says so', async (_name, body, words) => {
    const folder = await folderWith({ 'report.md': body });
    const { code, err } = await run(folder, ['check', 'report.md']);
    expect(code).toBe(1);
    expect(err).toMatch(/^report\.md:\d+:\d+ error not-utf8 /);
    expect(err).toContain(words);
  });

  it('that begins with a dash, and a flag with one dash', async () => {
    const folder = await folderWith({ '-report.md': report });
    expect((await run(folder, ['check', '-report.md'])).err).toContain(
      '(The name of a file that begins with a dash is written ./-report.md)',
    );
    expect((await run(folder, ['check', './-report.md'])).code).toBe(0);
    expect((await run(folder, ['build', './-report.md', '-to', 'docx'])).err).toContain('(Did you mean --to?)');
  });
});

describe('the folder of the output', () => {
  it('is the report’s own, with files of people: they stay unless --force is given', async () => {
    const folder = await folderWith({ 'report.md': report, 'report.html': 'made by hand' });
    const refused = await run(folder, ['build', 'report.md', '--to', 'html:screen-reader', '--out', '.']);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('The folder of the report already holds report.html') });
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe('made by hand');
    const forced = await run(folder, ['build', 'report.md', '--to', 'html:screen-reader', '--out', '.', '--force']);
    expect(forced.code).toBe(0);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('502');
  });

  it('may be written again where a whole build filled it', async () => {
    const folder = await folderWith({ 'report.md': report, 'everyread.config.json': '{ "editions": ["html:screen-reader"], "out": "." }' });
    expect((await run(folder, ['build', 'report.md', '--quiet'])).code).toBe(0);
    expect((await run(folder, ['build', 'report.md', '--quiet'])).code).toBe(0);
  });

  it.skipIf(!existsSync('/proc/self'))('can’t be made, and the build ends (Node alone would try for ever)', async () => {
    await expect(makeFolder('/proc/everyread/a/b')).rejects.toThrow(/ENOENT/);
    const folder = await folderWith({ 'report.md': report });
    const { code, err } = await run(folder, ['build', 'report.md', '--to', 'html:screen-reader', '--out', '/proc/everyread']);
    expect(code).toBe(4);
    expect(err).toContain('error The folder /proc/everyread can’t be made (ENOENT)'.replace('’', "'"));
    expect(err).toContain('Check that you may write there');
  });

  it('is made with those above it, and says which was the first', async () => {
    const folder = await folderWith({});
    expect(await makeFolder(join(folder, 'a/b/c'))).toBe(join(folder, 'a'));
    expect(await makeFolder(join(folder, 'a/b/c'))).toBeUndefined();
    await writeFile(join(folder, 'file'), '');
    await expect(makeFolder(join(folder, 'file/x'))).rejects.toThrow(/ENOTDIR/);
  });
});

describe('init', () => {
  it('writes nothing where one of its files is there already, and says why a folder can’t be made', async () => {
    const folder = await folderWith({ 'everyread.config.json': '{}', file: '' });
    expect(await run(folder, ['init'])).toMatchObject({ code: 2, err: expect.stringContaining('everyread.config.json exists already') });
    expect(await filesIn(folder)).toEqual(['everyread.config.json', 'file']);
    expect(await run(folder, ['init', 'file'])).toMatchObject({
      code: 4,
      err: expect.stringContaining("The folder file can't be made (EEXIST)"),
    });
  });
});

it('says where a configuration in JSON is wrong', async () => {
  const folder = await folderWith({ 'report.md': report, 'everyread.config.json': '{\n  "out": "dist",\n}\n' });
  expect((await run(folder, ['check', 'report.md'])).err).toMatch(/^error The configuration everyread\.config\.json:3:1 can't be read: /);
});

it('says of a file to import that it was not found', async () => {
  const { code, err } = await run(await folderWith({}), ['import', 'report.docx']);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('error The file report.docx was not found') });
});

describe('the same fault over and over', () => {
  it('is shown ten times by a build, then counted, and shown each time by a check', async () => {
    const links = Array.from({ length: 13 }, (_, n) => `See [click here](https://example.org/${n}) for part ${n}.`).join('\n\n');
    const folder = await folderWith({ 'report.md': `${report}\n${links}\n\n| 2022 | 2023 |\n| --- | --- |\n| 1 | 2 |\n` });
    const built = await run(folder, ['build', 'report.md', '--to', 'html', '--quiet']);
    expect(built.code).toBe(0);
    expect(built.err.match(/warning link-generic/g)).toHaveLength(10);
    expect(built.err).toContain('\n3 more link-generic warnings: everyread check report.md shows them\n');
    expect(built.err).not.toContain('more tbl');
    const checked = await run(folder, ['check', 'report.md']);
    expect(checked.err.match(/warning link-generic/g)).toHaveLength(13);
    expect(checked.err).not.toContain('more link-generic');
  });
});
