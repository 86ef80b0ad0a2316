import { auditReport, describeChart, readFigure, wordsFor, type Chart } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';

describe('a figure is read as people print it', () => {
  it.each([
    ['£1,179.50', 1179.5],
    ['£1,179,818.54', 1179818.54],
    ['48.6%', 48.6],
    ['−3', -3],
    ['1 200', 1200],
    ['1,234', 1234],
    ['48,6 %', 48.6],
    ['1.179,50 €', 1179.5],
    ['1.179.818', 1179818],
    ['12.', 12],
    ['no figure', undefined],
  ])('%s', (text, value) => {
    expect(readFigure(text)).toBe(value);
  });
});

const chart = (rows: string[], lang = 'en-GB'): string =>
  `---\ntitle: T\nlang: ${lang}\n---\n\n# A\n\n:::chart[Income]{type=bar unit="£"}\n| a | b |\n| - | - |\n${rows.map((row, n) => `| r${n} | ${row} |\n`).join('')}:::\n`;
const said = (text: string): string[] =>
  auditReport(readMarkdown(text).report)
    .filter(({ ruleId }) => ruleId === 'chart-figure')
    .map(({ line, reason }) => `${line}: ${reason}`);

describe('a cell that would be drawn as another figure', () => {
  it.each([
    ['two figures', ['5–10', '3'], ['11: “5–10” holds more than one figure: only the first is drawn']],
    [
      'millions beside thousands',
      ['£1.2m', '£900k', '5'],
      [11, 12, 13].map(
        (line, n) => `${line}: “${['£1.2m', '£900k', '5'][n]!}” is drawn without the word that multiplies it, here or in another cell`,
      ),
    ],
    [
      'words of two sizes',
      ['2 million', '900k'],
      [
        '11: “2 million” is drawn without the word that multiplies it, here or in another cell',
        '12: “900k” is drawn without the word that multiplies it, here or in another cell',
      ],
    ],
    ['the same multiplier throughout', ['£1.2m', '£0.9m'], []],
  ])('%s', (_name, rows, expected) => {
    expect(said(chart(rows))).toEqual(expected);
  });
  it('one that another language reads as another', () => {
    expect(said(chart(['1.234', '1.234,5', '48,6', '1 234'], 'de'))).toEqual(['11: “1.234” can be read as two figures']);
    expect(said(chart(['1,234', '1.234'], 'cy'))).toEqual([]);
  });
});

it('a cell without a figure is said without a unit', () => {
  const { report } = readMarkdown(chart(['£5', 'n/a', '']));
  const found = report.root.children.find((node): node is Chart => node.type === 'chart')!;
  expect(describeChart(found, wordsFor('en'))).toBe('Income: r0 £5, r1 n/a, r2 no figure.');
});
