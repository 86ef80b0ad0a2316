import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipFiles } from '@everyread/zip';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { drawPng } from '../../../test/conformance/kit/pictures.mjs';
import { folderWith, run } from './terminal.js';

const png = new Uint8Array((drawPng as (width: number, height: number) => Uint8Array)(640, 400));

const markdown = `---
title: Our year
lang: en-GB
---

# Training

:::figure[The hall on the day]{src="images/hall.png" alt="=HYPERLINK(\\"x\\")"}
:::

A tick ![done](images/tick.png) means done, and "quoted" words stay.

:::figure[A line]{src="images/line.png" decorative}
:::

::::cards
:::card[Values]{href="https://example.org" src="images/values.png" alt="Five hands."}
What we hold to.
:::
::::
`.replace('=HYPERLINK(\\"x\\")', '=1+1');

const folder = () =>
  folderWith({
    'report.md': markdown,
    'images/hall.png': png,
    'images/tick.png': png,
    'images/line.png': png,
    'images/values.png': png,
  });

const sheetOf = async (at: string): Promise<string> => {
  expect((await run(at, ['check', 'report.md', '--alt-sheet', 'sheet.csv'])).code).toBe(0);
  return readFile(join(at, 'sheet.csv'), 'utf8');
};
const apply = async (at: string, sheet: string) => {
  await writeFile(join(at, 'sheet.csv'), sheet);
  return run(at, ['check', 'report.md', '--apply-alts', 'sheet.csv']);
};

describe('the review sheet of text alternatives', () => {
  it('lists each picture with its place and words, and holds no formula', async () => {
    const sheet = await sheetOf(await folder());
    const rows = sheet.trim().split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toMatch(/^"1","images\/hall\.png","8","Training","The hall on the day","'=1\+1","no","[0-9a-f]{16}"$/);
    expect(rows[2]).toMatch(/"A tick .*means done/);
    expect(rows[3]).toContain('"","yes"');
    expect(sheet).not.toMatch(/(?:^|,|")[=+@]/m);
  });

  it('is a page with the pictures, too', async () => {
    const at = await folder();
    const { code, err } = await run(at, ['check', 'report.md', '--alt-sheet', 'sheet.html']);
    expect([code, err]).toEqual([0, 'done sheet.html: 4 pictures of report.md\n']);
    const page = await readFile(join(at, 'sheet.html'), 'utf8');
    expect(page.match(/<img /g)).toHaveLength(4);
    expect(page).toContain('<h2 id="picture-2">Picture 2</h2>');
    expect(page).toContain('width="320" height="200"');
    expect(page).not.toContain(' style="');
  });

  it('goes back into the Markdown and changes nothing else', async () => {
    const at = await folder();
    const sheet = (await sheetOf(at))
      .replace(`"'=1+1"`, '"A full hall, ""really"" & truly"')
      .replace('"done"', '"done [x]"')
      .replace('"","yes"', '"A thin line.","no"')
      .replace('"Five hands.","no"', '"","no"');
    const { code, out, err } = await apply(at, sheet);
    expect([code, err]).toEqual([0, 'done report.md: 4 pictures changed\n']);
    expect(out.split('\n')[0]).toBe('report.md:8 images/hall.png: “=1+1” → “A full hall, "really" & truly”');
    const after = await readFile(join(at, 'report.md'), 'utf8');
    expect(after).toBe(
      markdown
        .replace('alt="=1+1"', 'alt="A full hall, &quot;really&quot; &amp; truly"')
        .replace('![done]', '![done \\[x\\]]')
        .replace('src="images/line.png" decorative', 'src="images/line.png" alt="A thin line."')
        .replace(' alt="Five hands."', ''),
    );
    expect((await apply(at, await sheetOf(at))).err).toBe('done report.md: nothing to change\n');
  });

  it('takes semicolons, as some spreadsheets write them, and a picture that becomes decorative', async () => {
    const at = await folder();
    const sheet = (await sheetOf(at)).replace(/","/g, '";"').replace(`"'=1+1";"no"`, '"";"yes"');
    expect((await apply(at, sheet)).code).toBe(0);
    expect(await readFile(join(at, 'report.md'), 'utf8')).toContain('{src="images/hall.png" decorative}');
  });

  it.each([
    ['the picture is another', async (at: string) => writeFile(join(at, 'images/hall.png'), png.subarray(0, 200))],
    ['its alternative is another', async (at: string) => writeFile(join(at, 'report.md'), markdown.replace('Five hands', 'Six hands'))],
    ['there are fewer pictures', async (at: string) => writeFile(join(at, 'report.md'), markdown.replace(/:::figure\[The[^]*?:::\n/, ''))],
  ])('refuses where %s', async (_, change) => {
    const at = await folder();
    const sheet = (await sheetOf(at)).replace('"done"', '"ticked"');
    await change(at);
    const before = await readFile(join(at, 'report.md'), 'utf8');
    const { code, err } = await apply(at, sheet);
    expect(code).toBe(2);
    expect(err).toContain('Nothing was changed');
    expect(await readFile(join(at, 'report.md'), 'utf8')).toBe(before);
  });

  it('says what is wrong with a sheet', async () => {
    const at = await folder();
    expect((await apply(at, 'a,b\n1,2\n')).err).toContain('is no review sheet');
    expect((await apply(at, (await sheetOf(at)).replace('"yes"', '"maybe"'))).err).toContain('says “maybe” where yes or no should be');
    expect((await apply(at, (await sheetOf(at)).replace('"done","no"', '"done","yes"'))).err).toContain('can’t be decorative');
    expect((await run(at, ['check', 'report.md', '--alt-sheet', 'sheet.pdf'])).code).toBe(2);
  });
});

/** A Word file with a heading, and a picture that its author did not describe. */
function wordWithPicture(): Uint8Array {
  const formats = 'http://schemas.openxmlformats.org';
  const relations = (of: string): string => `<Relationships xmlns="${formats}/package/2006/relationships">${of}</Relationships>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${formats}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(relation('r2', 'image', 'media/image1.png')),
    'word/document.xml': `<w:document xmlns:w="${formats}/wordprocessingml/2006/main" xmlns:r="${formats}/officeDocument/2006/relationships" xmlns:wp="${formats}/drawingml/2006/wordprocessingDrawing" xmlns:a="${formats}/drawingml/2006/main"><w:body><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Training</w:t></w:r></w:p><w:p><w:r><w:t>People came.</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"/><a:graphic><a:blip r:embed="r2"/></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>`,
    'word/media/image1.png': png,
  };
  const encode = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? new TextEncoder().encode(body) : body);
  return zipFiles(
    Object.entries(files).map(([path, body]) => ({ path, body: encode(body) })),
    { date: new Date(0) },
  );
}

it('a picture of a Word file that has no alternative gets one by way of the sheet', async () => {
  const at = await folderWith({ 'report.docx': wordWithPicture() });
  expect((await run(at, ['import', 'report.docx'])).code).toBe(0);
  const missing = async (): Promise<number> => (await run(at, ['check', 'report.md'])).err.match(/missing-alt/g)?.length ?? 0;
  expect(await missing()).toBe(1);
  const sheet = await sheetOf(at);
  expect(sheet.trim().split('\r\n')).toHaveLength(2);
  expect((await apply(at, sheet.replace('"","no"', '"A full hall, on the day.","no"'))).err).toBe('done report.md: 1 picture changed\n');
  expect(await missing()).toBe(0);
  expect(await readFile(join(at, 'report.md'), 'utf8')).toContain('alt="A full hall, on the day."');
});
