import { memoryAssets, type Context, type Report } from '@everyread/core';
import { loadFont } from '@everyread/fonts';
import { readMarkdown } from '@everyread/markdown';
import { toPdf } from '@everyread/pdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { Ref } from './reader/objects.js';
import { readPdf, textOf, type ReadPdf } from './reader/structure.js';

/** A font that has the Chinese characters from U+4E00 to U+9FFF and nothing else; what its glyphs look like is of no matter here. */
function chineseFont(letters: Uint8Array): Uint8Array {
  // OpenType 1.9, “cmap”: one table of format 12 for Unicode, with one group. All the characters have one glyph each of the first 60, again and again.
  const groups = Array.from({ length: (0x9fff - 0x4e00) / 32 }, (_, index) => 0x4e00 + index * 32);
  const cmap = new DataView(new ArrayBuffer(28 + groups.length * 12));
  const words: [number, number][] = [
    [0, 0x0000_0001],
    [4, 0x0003_000a],
    [8, 12],
    [12, 0x000c_0000],
    [16, 16 + groups.length * 12],
    [24, groups.length],
  ];
  for (const [at, value] of words) cmap.setUint32(at, value);
  groups.forEach((first, index) => [first, first + 31, 20].forEach((value, part) => cmap.setUint32(28 + index * 12 + part * 4, value)));
  const font = new Uint8Array(letters.length + cmap.byteLength);
  font.set(letters);
  font.set(new Uint8Array(cmap.buffer), letters.length);
  const view = new DataView(font.buffer);
  for (let record = 12; record < 12 + view.getUint16(4) * 16; record += 16) {
    if (view.getUint32(record) !== 0x636d6170) continue;
    view.setUint32(record + 8, letters.length);
    view.setUint32(record + 12, cmap.byteLength);
  }
  return font;
}

const markdown = `---
title: Thanks to 李
lang: en-GB
theme: { extraFonts: [fonts/chinese.ttf] }
---

# Thanks

We thank :span[李小龙]{lang=zh}, and **:span[王芳]{lang=zh}** most of all.

![What 张 wrote.](gone.png)

:::chart[Visits]{type=bar}
| Who | Visits |
| --- | --- |
| 张伟 | 5 |
:::
`;
type Message = Parameters<Context['message']>[0];
const parse = (text: string): Report => readMarkdown(text, { path: 'r.md' }).report;

let font: Uint8Array;
beforeAll(async () => {
  font = chineseFont(await loadFont('noto-tamil-regular'));
});

async function make(report: Report, file: Uint8Array): Promise<{ pdf: ReadPdf; said: Message[] }> {
  const said: Message[] = [];
  const bytes = await toPdf(report, {
    assets: memoryAssets({ 'fonts/chinese.ttf': file }),
    message: (message) => {
      if (message.ruleId !== 'pdf-image') said.push(message);
    },
  });
  return { pdf: readPdf(bytes), said };
}

const fontsOf = (pdf: ReadPdf): string[] => [
  ...new Set(pdf.file.ids.map((id) => String((pdf.file.dict(new Ref(id)) as { BaseFont?: unknown }).BaseFont).replace(/^.*\+|-.*$/g, ''))),
];

describe('a Chinese name in an English report', () => {
  it('is drawn in the one font that the theme adds, and all else in the typeface of the report', async () => {
    const { pdf, said } = await make(parse(markdown), font);
    expect(said).toEqual([]);
    expect(pdf.faults).toEqual([]);
    expect(fontsOf(pdf)).toEqual(expect.arrayContaining(['AtkinsonHyperlegibleNext', 'NotoSansTamil']));
    expect(textOf(pdf.top)).toContain('We thank 李小龙, and 王芳 most of all.');
    const shown = pdf.contents.flatMap((page) => page.shown.map(({ text }) => text)).join('');
    for (const name of ['李小龙', '王芳', '张伟']) expect(shown).toContain(name);
  });

  it('without a font is one message, at the first name, which says what to do', async () => {
    const { said } = await make(parse(markdown.replace(/theme.*\n/, '')), font);
    expect(said.map(({ ruleId, line, column, reason, note }) => ({ ruleId, line, column, reason, note }))).toEqual([
      {
        ruleId: 'pdf-glyph',
        line: 8,
        column: 16,
        reason: 'No typeface has the characters 李 (U+674E), 小 (U+5C0F), 龙 (U+9F99), 王 (U+738B), 芳 (U+82B3) and 2 more',
        note: 'Put NotoSansSC-Regular.ttf, which is free at fonts.google.com/noto, beside the report and name it in the front matter: `theme: { extraFonts: [NotoSansSC-Regular.ttf] }`.',
      },
    ]);
  });

  it.each([
    ['cut short', (whole: Uint8Array) => whole.slice(0, whole.length / 2), /cut short/],
    ['damaged', (whole: Uint8Array) => whole.map((byte, at) => (at > 400 ? at % 251 : byte)), /damaged/],
    ['no font', () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), /not a TrueType/],
  ])('is no crash where the file is %s', async (_, spoil, reason) => {
    const { said } = await make(parse(markdown), spoil(font));
    expect(said.map(({ ruleId }) => ruleId)).toEqual(['pdf-font', 'pdf-glyph']);
    expect(said[0]!.reason).toMatch(reason);
  });
});

it('names the free font of each script, and one message for each', async () => {
  const { said } = await make(parse('# A\n\nかな 한국 ไทย እና 𒀀\n'), font);
  expect(said.map(({ note }) => /[A-Za-z]+-Regular|a-font/.exec(note ?? '')?.[0])).toEqual([
    'NotoSansJP-Regular',
    'NotoSansKR-Regular',
    'NotoSansThai-Regular',
    'NotoSansEthiopic-Regular',
    'a-font',
  ]);
});
