import { makeEdition, prepare } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { expect, it } from 'vitest';
import { toBrf } from '../src/index.js';

/** The rows of the Braille that hold something, behind the title. */
async function rowsOf(text: string): Promise<string[]> {
  const { report } = readMarkdown(`---\ntitle: T\nlang: en-GB\n---\n\n# A\n\n${text}`, { path: 'a.md' });
  const brf = await toBrf(prepare(report, makeEdition('braille'), { format: 'brf' }), { message: () => undefined });
  const rows = new TextDecoder()
    .decode(brf)
    .split(/\r\n|\f/)
    .map((row) => row.trim())
    .filter(Boolean);
  return rows.slice(rows.lastIndexOf(',A') + 1);
}

it('a printed page that begins in a cell of a chart stands before its sentence', async () => {
  const rows = await rowsOf(':::chart[C]{type=bar}\n| a | b |\n| - | - |\n| c | :page{n="24"}1 |\n:::\n');
  expect(rows.findIndex((row) => row.includes('#BD'))).toBeGreaterThanOrEqual(0);
  expect(rows.findIndex((row) => row.includes('#BD'))).toBeLessThan(rows.findIndex((row) => row.includes(',*>T')));
});

it('a printed page that begins in a row of a table stands before the row', async () => {
  const rows = await rowsOf('| Year | Sum |\n| - | - |\n| 2022 | 86 |\n| :page{n="24"}2023 | 246 |\n');
  const at = (cells: string): number => rows.findIndex((row) => row.includes(cells));
  expect(at('#BJBB')).toBeLessThan(at('"3#BD'));
  expect(at('"3#BD')).toBeGreaterThanOrEqual(0);
  expect(at('"3#BD')).toBeLessThan(at('#BJBC'));
});

it('a table without headers of columns has no rule, and no heading that is a figure', async () => {
  const table = (cell: string): string => `:::table[T]{headers="row"}\n| 2022 | ${cell} |\n| - | - |\n| 2023 | 246 |\n:::\n`;
  expect((await rowsOf(table('86'))).join('\n')).not.toContain('"333');
  const long = await rowsOf(
    `:::table[T]{headers="row"}\n| 2022 | ${'organisation '.repeat(5)} | ${'participation '.repeat(5)} |\n| - | - | - |\n| 2023 | 246 | 17 |\n:::\n`,
  );
  // Each row once, with its own cells alone.
  expect(long.filter((row) => row.includes('#BJBB'))).toHaveLength(1);
  expect(long.filter((row) => row.includes('#BJBC'))).toHaveLength(1);
});
