import { makeEdition, memoryAssets } from '@everyread/core';
import { describe, expect, it } from 'vitest';
import { make, parse, type Made } from './made.js';
import { png } from './png.js';
import { tagsOf, textOf } from './reader/structure.js';

const large = makeEdition('large-print');
const report = (body: string) => parse(`---\ntitle: Our year\nlang: en-GB\n---\n\n${body}\n`);
const lines = ({ pdf }: Made, page: number): string[] => {
  const rows = new Map<number, string>();
  for (const shown of pdf.contents[page]!.shown) rows.set(shown.y, (rows.get(shown.y) ?? '') + shown.text);
  return [...rows.values()].map((row) => row.trim());
};

// UKAAF G003: emphasis is bold; underlining, slanting and block capitals make words harder to tell apart.
describe('emphasis in large print', () => {
  const plain = report('# One\n\nWe met *twice* a week, as [the charity](https://example.org) asked, and **never** late.');

  it('draws nothing under words', async () => {
    const bare = report('# One\n\nWe met twice a week, as the charity asked, and never late.');
    const painted = async (each: typeof plain): Promise<number> =>
      (await make(each, large, { addresses: false })).pdf.contents.at(-1)!.painted;
    expect(await painted(plain)).toBe(await painted(bare));
    // What is drawn is seen.
    expect(await painted(report('# One\n\nWe met.\n\n::page{n="2"}'))).toBeGreaterThan(await painted(bare));
  });

  it('leaves it to normal print to underline links, for colour alone does not tell them', async () => {
    const print = makeEdition('screen-reader');
    const bare = report('# One\n\nWe met twice a week, as the charity asked, and never late.');
    const linked = report('# One\n\nWe met twice a week, as [the charity](https://example.org) asked, and never late.');
    const painted = async (each: typeof plain): Promise<number> =>
      (await make(each, print, { addresses: false })).pdf.contents.at(-1)!.painted;
    expect(await painted(linked)).toBe((await painted(bare)) + 1);
  });

  it('leaves the letters as they were written', async () => {
    const made = await make(plain, large);
    const capitals = made.pdf.contents.flatMap((page) => page.shown.flatMap(({ text }) => text.match(/\p{Lu}{2,}/gu) ?? []));
    expect(capitals).toEqual([]);
    expect(lines(made, made.pdf.contents.length - 1).join(' ')).toContain('We met twice a week');
  });
});

describe('pages of the print edition in large print', () => {
  const paged = report('# One\n\n::page{n="24"}\n\nText with :page{n="25"} a page inside.\n\n# Two\n\nSee [One](#one).');

  it('are named where they begin', async () => {
    const { pdf } = await make(paged, large);
    const said = textOf(pdf.top);
    expect(said).toContain('Page 24 of the print edition');
    expect(said).toContain('[page 25]');
  });

  it('are left out when asked', async () => {
    const { pdf } = await make(paged, large, { printPages: false });
    expect(textOf(pdf.top)).not.toMatch(/24|25/);
  });

  it('do not mix with the pages of large print in the contents list', async () => {
    const long = report(`# One\n\n${'Many words on a page. '.repeat(120)}\n\n::page{n="24"}\n\n# Two\n\nText.`);
    const made = await make(long, large);
    const pageOf = (title: string): number =>
      made.pdf.contents.findIndex(
        (page, index) => index > 0 && page.shown.some(({ text, sizePt }) => text.startsWith(title) && sizePt > 20),
      ) + 1;
    const entries = tagsOf(made.pdf.top, 'TOCI').map((entry) =>
      textOf(entry)
        .replace(/[\s.…]+/g, ' ')
        .trim(),
    );
    expect(entries).toEqual([`One ${pageOf('One')}`, `Two ${pageOf('Two')}`]);
    expect(pageOf('Two')).toBeGreaterThan(3);
  });

  it('have no contents list whose last entry stands alone', async () => {
    for (let count = 11; count < 40; count += 1) {
      const parts = Array.from({ length: count }, (_, at) => `${at % 3 === 1 ? '##' : '#'} Part ${at + 1}\n\nText.`);
      const { pdf } = await make(report(parts.join('\n\n')), makeEdition('large-print', { typeSizePt: 28 }));
      const first = pdf.contents.findIndex((page) => page.shown.some(({ text, sizePt }) => text.startsWith('Part') && sizePt > 30));
      const entries = pdf.contents.slice(0, first).map((page) => page.shown.filter(({ text }) => /^Part/.test(text)).length);
      expect(entries.filter((each) => each > 0).at(-1), `${count} entries: ${entries.join(', ')}`).toBeGreaterThan(1);
    }
  });
});

describe('pictures in large print', () => {
  it('are as wide as the column, with what is said of them below', async () => {
    const source = report(
      '# One\n\n:::figure[Our garden]{src="wide.png" alt="Six people plant a hedge."}\nThe hedge is forty metres long.\n:::',
    );
    const made = await make(source, large, { assets: memoryAssets({ 'wide.png': png(1200, 400) }) });
    const [figure] = tagsOf(made.pdf.top, 'Figure');
    const [left, bottom, right] = figure!.attributes.BBox as [number, number, number, number];
    const page = made.pdf.contents.at(-1)!;
    const column = Math.min(...page.shown.filter(({ mcid }) => mcid !== undefined).map(({ x }) => x));
    const width = (made.pdf.pages.at(-1)!.MediaBox as number[])[2]! - 2 * column;
    expect(left).toBeCloseTo(column, 0);
    expect(right - left).toBeCloseTo(width, 0);
    const height = (made.pdf.pages.at(-1)!.MediaBox as number[])[3]!;
    const below = page.shown.find(({ text }) => text.startsWith('The hedge'));
    expect(below!.y).toBeGreaterThan(height - bottom);
  });

  it('are enlarged no further than their dots bear', async () => {
    const source = report('# One\n\n:::figure[Done]{src="tick.png" alt="A tick."}\n:::');
    const made = await make(source, large, { assets: memoryAssets({ 'tick.png': png(48, 48) }) });
    const [left, , right] = tagsOf(made.pdf.top, 'Figure')[0]!.attributes.BBox as [number, number, number, number];
    expect(right - left).toBeCloseTo(48 * 0.75 * 3, 1);
  });
});
