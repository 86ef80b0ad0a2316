import { describe, expect, it } from 'vitest';
import { readFace } from '../src/font/face.js';
import { measureHyphen, withMeasuredHyphens } from '../src/measured-hyphens.js';
import { loadFont } from '@everyread/fonts';
import { readMarkdown } from '@everyread/markdown';
import { unzip } from '@everyread/zip';
import { toDocx } from '../src/index.js';

const paragraphs = async (markdown: string, typeSizePt: number): Promise<string[]> => {
  const { report } = readMarkdown(`---\ntitle: Keeps\nlang: en-GB\n---\n\n# One\n\n${markdown}\n`);
  const parts = new Map(unzip(await toDocx(report, { typeSizePt, message: () => undefined })));
  return new TextDecoder().decode(parts.get('word/document.xml')).match(/<w:p>.*?<\/w:p>/gs) ?? [];
};
const kept = (paragraph: string | undefined): string[] =>
  /<w:keepNext\/>|<w:keepLines\/>/.exec(paragraph ?? '') ? [...paragraph!.matchAll(/<w:keep\w+\/>/g)].map(([tag]) => tag) : [];
const both = ['<w:keepNext/>', '<w:keepLines/>'];
const words = 'Words of somebody who has a lot to say about the work. ';

describe('what stays on one page', () => {
  it('is the whole of a short quotation and its name, in every program', async () => {
    const found = await paragraphs(`> ${words}\n>\n> – Amy`, 28);
    expect(kept(found.find((each) => each.includes('somebody')))).toEqual(both);
  });

  it('is not a quotation as long as a page, which would leave the page before it empty', async () => {
    const found = await paragraphs(`> ${words.repeat(9)}\n>\n> – Amy`, 28);
    expect(kept(found.find((each) => each.includes('somebody')))).toEqual([]);
  });

  it('is a line that announces a list, and not a long paragraph that does', async () => {
    const short = await paragraphs('Our aims:\n\n- one\n- two', 18);
    expect(kept(short.find((each) => each.includes('aims')))).toEqual(both);
    const long = await paragraphs(`${words.repeat(12)} Our aims:\n\n- one\n- two`, 18);
    expect(kept(long.find((each) => each.includes('aims')))).toEqual([]);
  });
});

describe('a hyphen that ends no line', () => {
  it('is measured as wide as the hyphen of the typeface, and put back', async () => {
    const regular = readFace(await loadFont('atkinson-regular'));
    const bold = readFace(await loadFont('atkinson-bold'));
    const hyphen = measureHyphen({ regular, bold }, 18);
    expect(regular.width(hyphen.letter, 18) + hyphen.space / 20).toBeCloseTo(regular.width('-', 18));
    expect(bold.width(hyphen.letter, 18) + hyphen.boldSpace / 20).toBeCloseTo(bold.width('-', 18));
    const run = (look: object[]): object => ({ 'w:r': [...look, { 'w:t': ['co'] }, { 'w:noBreakHyphen': {} }, { 'w:t': ['op'] }] });
    const body = { 'w:body': [{ 'w:p': [run([]), run([{ 'w:rPr': [{ 'w:rStyle': { _attr: { 'w:val': 'Strong' } } }] }])] }] };
    const before = JSON.stringify(body);
    const seen = withMeasuredHyphens(body, hyphen, () => JSON.stringify(body));
    expect(seen).not.toContain('noBreakHyphen');
    expect(seen).toContain(String(hyphen.space));
    expect(seen).toContain(String(hyphen.boldSpace));
    expect(JSON.stringify(body)).toBe(before);
  });
});
