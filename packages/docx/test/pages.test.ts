import { describe, expect, it } from 'vitest';
import { toDocx } from '@everyread/docx';
import { readMarkdown } from '@everyread/markdown';
import { contentsOf, readWord, styleOf, type WordFile } from './kit/read.js';
import { all, first } from './kit/xml.js';

const make = async (body: string, typeSizePt: number): Promise<WordFile> =>
  readWord(
    await toDocx(readMarkdown(`---\ntitle: Our year\nlang: en-GB\n---\n\n${body}\n`, { path: 'pages.md' }).report, {
      typeSizePt,
      message: () => undefined,
    }),
  );

const rows = (count: number): string => Array.from({ length: count }, (_, row) => `| Row ${row} | ${row} |`).join('\n');

describe('pages of Word', () => {
  it('are counted with the padding of table cells', async () => {
    // 22 rows of 21.6 points would leave room below them; with 4 points of padding each they fill the page.
    const file = await make(`::contents\n\n# First\n\n| Name | Number |\n| --- | --: |\n${rows(21)}\n\n# Last\n\nText.`, 12);
    expect(contentsOf(file).map(({ text, page }) => `${text} ${page}`)).toEqual(['First 3', 'Last 4']);
  });

  it.each([12, 18, 28])('leave air between the text and the foot at %d points', async (size) => {
    const file = await make('# One\n\nText.', size);
    const margin = first(file.document, 'w:pgMar')!.attributes;
    const foot = Number(margin['w:footer']) / 20 + size * 1.3 + 6;
    expect(Number(margin['w:bottom']) / 20 - foot).toBeGreaterThanOrEqual(size * 0.5);
  });

  it.each([12, 28])('rule each key figure and each stage by its own line at %d points', async (size) => {
    const stats = Array.from({ length: 3 }, (_, index) => `::stat[things]{value="${index + 1}"}`).join('\n');
    const stages = Array.from({ length: 3 }, (_, index) => `:::step[Stage]{value="${index + 1}"}\n:::`).join('\n');
    const file = await make(`# One\n\n:::stats\n${stats}\n:::\n\nText.\n\n::::steps{kind=funnel}\n${stages}\n::::`, size);
    for (const style of ['KeyFigure', 'FunnelStage']) {
      const lefts = all(file.document, 'w:p')
        .filter((paragraph) => styleOf(paragraph) === style)
        .map((paragraph) => first(paragraph, 'w:ind')?.attributes['w:left']);
      expect(lefts).toHaveLength(3);
      // Neighbours of the same borders and indents would be one group with one line (ECMA-376 17.3.1.24).
      expect(lefts[0]).not.toBe(lefts[1]);
      expect(lefts[1]).not.toBe(lefts[2]);
    }
  });

  it('keep only short groups whole in large print', async () => {
    const stats = Array.from({ length: 6 }, (_, index) => `::stat[things]{value="${index + 1}"}`).join('\n');
    const kept = async (size: number): Promise<boolean[]> =>
      all((await make(`# One\n\n:::stats\n${stats}\n:::`, size)).document, 'w:p')
        .filter((paragraph) => styleOf(paragraph) === 'KeyFigure')
        .map((paragraph) => first(paragraph, 'w:keepNext') !== undefined);
    expect(await kept(12)).toEqual([true, true, true, true, true, false]);
    expect(await kept(28)).toEqual([true, false, false, false, true, false]);
  });

  it('keep the headings of a callout in its box', async () => {
    const file = await make('# One\n\n:::callout[A box]{kind=note}\nText.\n\n## A heading\n\nMore.\n:::\n\n## Outside\n\nText.', 12);
    const headings = all(file.document, 'w:p').filter((paragraph) => styleOf(paragraph) === 'Heading2');
    const callout = all(file.document, 'w:p').filter((paragraph) => styleOf(paragraph) === 'Callout');
    const look = (paragraph: (typeof headings)[number]): unknown[] =>
      ['w:pBdr', 'w:shd', 'w:ind'].map((name) => {
        const found = first(paragraph, name);
        return found && [found.attributes, found.children];
      });
    expect(look(headings[0]!)[0]).toBeDefined();
    expect(look(headings[0]!)).toEqual(look(callout[0]!));
    expect(look(headings[1]!)).toEqual([undefined, undefined, undefined]);
  });

  it('leave space after the last record of a table', async () => {
    const cells = (text: string): string => Array.from({ length: 9 }, (_, index) => `${text} ${index}`).join(' | ');
    const file = await make(`# One\n\n| ${cells('Heading')} |\n|${' --- |'.repeat(9)}\n| ${cells('a')} |\n| ${cells('b')} |\n\nText.`, 28);
    const spaces = all(file.document, 'w:p')
      .filter((paragraph) => styleOf(paragraph) === 'RecordLine')
      .map((paragraph) => first(paragraph, 'w:spacing')?.attributes['w:after']);
    expect(spaces.at(-1)).toBe('560');
    expect(new Set(spaces.slice(0, -1))).toEqual(new Set([undefined]));
  });
});
