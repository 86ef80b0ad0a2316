import { memoryAssets, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { toPdf, whyNotDrawable } from '@everyread/pdf';
import { describe, expect, it } from 'vitest';
import { pathData } from '../src/svg/path-data.js';
import { Ref, Stream, type Dict } from './reader/objects.js';
import { readPdf, tagsOf } from './reader/structure.js';

const svg = (inside: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50"${more}>${inside}</svg>`;

const drawing = svg(
  `<title>A sun</title><defs><linearGradient id="unused"/></defs>
   <g transform="translate(10 5) rotate(30)" stroke="navy" style="stroke-width: 2px"><path d="M0 0h10v10h-10z" fill="#f00"/><circle cx="5" cy="5" r="3" fill="none"/></g>
   <g opacity=".4"><rect width="9" height="9"/><rect x="4" width="9" height="9"/></g>
   <path d="M1 1 A3 2 45 0 1 9 9" opacity=".5" fill="rgb(1, 2, 3)"/>
   <text x="50" y="20" text-anchor="middle" font-size="12">Half <tspan font-weight="bold">of it</tspan></text>`,
);

describe('drawings', () => {
  const report: Report = readMarkdown(
    '---\ntitle: D\nlang: en\n---\n\n# A\n\n![What it says.](d.svg "A caption")\n\nAnd ![small](d.svg) here.\n',
    {
      path: 'd.md',
    },
  ).report;

  it('are drawn as lines, surfaces and words, not as points', async () => {
    const rules: string[] = [];
    const bytes = await toPdf(report, {
      assets: memoryAssets({ 'd.svg': new TextEncoder().encode(drawing) }),
      message: (message) => rules.push(String(message.ruleId)),
    });
    expect(rules).toEqual([]);
    const pdf = readPdf(bytes);
    expect(pdf.faults).toEqual([]);
    expect(tagsOf(pdf.top, 'Figure').map((tag) => tag.alt)).toEqual(['What it says.', 'small']);
    for (const figure of tagsOf(pdf.top, 'Figure')) expect(figure.attributes.BBox).toHaveLength(4);
    const streams = pdf.file.ids.map((id) => pdf.file.get(new Ref(id))).filter((each) => each instanceof Stream);
    const forms = streams.filter((each) => each.dict.Subtype === '/Form');
    // What shines through as one is a form of its own.
    expect(forms).toHaveLength(2);
    const form = forms.find((each) => each.dict.Group === undefined)!;
    const resources = pdf.file.dict(form.dict.Resources);
    expect(Object.keys(resources.Font as Dict)).toHaveLength(2);
    expect(form.data).toContain('1 0 0 rg');
    expect(form.data).toContain('0 0 0.502 RG 2 w');
    expect(form.data).toMatch(/\/O1 gs/);
    expect(streams.some((each) => each.dict.Subtype === '/Image')).toBe(false);
  });

  it('say the same in absolute and relative commands', () => {
    const absolute = 'M10 20 L30 20 H40 V50 C40 60 50 60 50 50 S60 40 60 50 Q65 55 70 50 T80 50 A5 5 0 0 1 90 50 Z M0 0 L1 1';
    const relative = 'm10 20l20 0h10v30c0 10 10 10 10 0s10-10 10 0q5 5 10 0t10 0a5 5 0 0110 0zm-10-20 1 1';
    expect(pathData(relative)).toBe(pathData(absolute));
    // A curve of the second degree has its control points a third away (ISO 32000-1 has only cubic ones).
    expect(pathData('M0 0Q3 3 6 0')).toBe('0 0 m 2 2 4 2 6 0 c');
    // A turned arc ends where it should.
    expect(pathData('M0 0A20 10 45 0 1 10 10')).toMatch(/ 10 10 c$/);
  });

  it('have words in every script that the typefaces have', async () => {
    const words = ['Καλημέρα', 'zażółć gęślą', 'Привет', 'नमस्ते', 'নমস্কার', 'வணக்கம்'];
    const rules: string[] = [];
    const bytes = await toPdf(report, {
      assets: memoryAssets({
        'd.svg': new TextEncoder().encode(svg(words.map((word, n) => `<text y="${n * 8 + 8}">${word}</text>`).join(''))),
      }),
      message: (message) => rules.push(String(message.ruleId)),
    });
    expect(rules).toEqual([]);
    const pdf = readPdf(bytes);
    const streams = pdf.file.ids.map((id) => pdf.file.get(new Ref(id))).filter((each) => each instanceof Stream);
    const form = streams.find((each) => each.dict.Subtype === '/Form')!;
    const fonts = Object.values(pdf.file.dict(pdf.file.dict(form.dict.Resources).Font)).map((font) => String(pdf.file.dict(font).BaseFont));
    for (const name of ['AtkinsonHyperlegible', 'NotoSans-Regular', 'NotoSansBengali', 'NotoSansTamil'])
      expect(
        fonts.some((font) => font.includes(name)),
        name,
      ).toBe(true);
    expect(form.data).not.toMatch(/<0000>/);
  });

  const refused: [string, string, RegExp][] = [
    ['a script', svg('<script>alert(1)</script>'), /holds a script/],
    ['a handler', svg('<rect width="9" height="9" onclick="alert(1)"/>'), /holds a script \(onclick\)/],
    ['a script in what is not seen', svg('<defs><script/></defs>'), /holds a script/],
    ['a picture', svg('<image xlink:href="https://example.org/a.png" width="9" height="9"/>'), /fetches something/],
    ['a picture of its own', svg('<image href="#a" width="9" height="9"/>'), /uses <image>/],
    ['a reference', svg('<use href="other.svg#a"/>'), /fetches something/],
    ['a paint from elsewhere', svg('<rect width="9" height="9" fill="url(https://example.org/a.svg#b)"/>'), /fetches something/],
    ['HTML', svg('<foreignObject><p>x</p></foreignObject>'), /uses <foreignObject>/],
    ['a style sheet', svg('<style>rect{fill:red}</style>'), /uses <style>/],
    ['a gradient', svg('<rect width="9" height="9" fill="url(#g)"/>'), /gradient/],
    ['a filter', svg('<g filter="url(#f)"><rect width="9" height="9"/></g>'), /uses filter/],
    ['words that shine through', svg('<text fill-opacity=".5">a</text>'), /shine through/],
    ['an unknown colour', svg('<rect width="9" height="9" fill="rebeccapurple"/>'), /the colour rebeccapurple/],
    ['words in another script', svg('<text>漢字</text>'), /another script/],
    ['words from right to left', svg('<text>مرحبا</text>'), /from right to left/],
    ['broken path data', svg('<path d="M0 0 L nowhere"/>'), /path data/],
    ['an entity bomb', `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg('<text>&b;</text>')}`, /well-formed/],
    ['broken XML', '<svg><g></svg>', /well-formed/],
    ['a drawing without end', `<svg>${'<g>'.repeat(500)}${'</g>'.repeat(500)}</svg>`, /larger than any/],
  ];
  for (const [name, text, reason] of refused) {
    it(`are refused with ${name}`, () => {
      expect(whyNotDrawable(text)).toMatch(reason);
    });
  }

  it('of plain shapes are taken', () => {
    expect(whyNotDrawable(drawing)).toBeUndefined();
  });
});
