import { printWhen } from '@everyread/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { srgbProfile } from '../src/engine/srgb.js';
import { pdfString } from '../src/engine/pdf-string.js';
import { arcToCurves } from '../src/engine/arc.js';
import { columnWidths } from '../src/parts/column-widths.js';
import { visualOrder } from '../src/text/bidi.js';
import { breakPlaces } from '../src/text/breaks.js';
import { fitLines, type Measure } from '../src/text/fit.js';
import { Lexer, Text } from './reader/objects.js';

const piece = fc.record({
  word: fc.integer({ min: 1, max: 60 }),
  space: fc.integer({ min: 0, max: 5 }),
  penalty: fc.constantFrom(0, 0.25),
});
const toMeasure = (each: { word: number; space: number; penalty: number }): Measure => ({
  width: each.word + each.space,
  space: each.space,
  penalty: each.penalty,
  required: false,
});

describe('line breaking', () => {
  it('uses every piece once, in order, and no line is too long', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 60, max: 300 }),
        fc.boolean(),
        (pieces, width, balance) => {
          const measures = pieces.map(toMeasure);
          const ends = fitLines(measures, width, width, balance);
          expect(ends.at(-1)).toBe(measures.length);
          let from = 0;
          for (const end of ends) {
            expect(end).toBeGreaterThan(from);
            const line = measures.slice(from, end);
            expect(line.reduce((sum, each) => sum + each.width, 0) - line.at(-1)!.space).toBeLessThanOrEqual(width + 0.01);
            from = end;
          }
        },
      ),
    );
  });

  it('is no more ragged than taking as many words as fit', () => {
    const ragged = (measures: readonly Measure[], ends: readonly number[], width: number): number =>
      ends.slice(0, -1).reduce((sum, end, index) => {
        const line = measures.slice(ends[index - 1] ?? 0, end);
        return sum + ((width - line.reduce((total, each) => total + each.width, 0) + line.at(-1)!.space) / width) ** 2;
      }, 0);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 8, maxLength: 60 }), fc.integer({ min: 150, max: 300 }), (pieces, width) => {
        const measures = pieces.map((each) => ({ ...toMeasure(each), penalty: 0 }));
        const greedy: number[] = [];
        let used = 0;
        measures.forEach((each, index) => {
          if (used + each.width - each.space > width && used > 0) {
            greedy.push(index);
            used = 0;
          }
          used += each.width;
        });
        greedy.push(measures.length);
        // The last line may cost up to 0.12 when it would be one short word.
        expect(ragged(measures, fitLines(measures, width), width)).toBeLessThanOrEqual(ragged(measures, greedy, width) + 0.12 + 1e-9);
      }),
    );
  });

  it('keeps “page 24” and sums whole, and in large print compounds too', () => {
    const cut = (text: string, whole: boolean): string[] =>
      breakPlaces(text, whole).map(({ at }, index, all) => text.slice(all[index - 1]?.at ?? 0, at));
    expect(cut('on page 24 of £1,179,818.54 co-production', false)).toEqual([
      'on ',
      'page 24 ',
      'of ',
      '£1,179,818.54 ',
      'co-',
      'production',
    ]);
    expect(cut('from 17:00–18:30 on', false)).toEqual(['from ', '17:00–18:30 ', 'on']);
    expect(cut('on page 24 co-production', true)).toEqual(['on ', 'page 24 ', 'co-production']);
  });
});

it('rather keeps a day with its month than after a number', () => {
  const penalties = (text: string): number[] => breakPlaces(text, true).map(({ penalty }) => penalty);
  expect(penalties('by 29 June now')).toEqual([0, 1, 0, 0]);
  expect(penalties('le 29 juin 2023')).toEqual([0, 1, 0, 0]);
  expect(penalties('of 29 people')).toEqual([0.08, 0.25, 0]);
});

describe('columns', () => {
  it('never get less than their widest word and fill the table', () => {
    const column = fc.record({ least: fc.integer({ min: 0, max: 120 }), more: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (columns) => {
        const measures = columns.map(({ least, more }) => ({
          least,
          most: least + more,
          words: [
            { width: least, space: 0 },
            { width: more, space: 0 },
          ],
        }));
        const widths = columnWidths([measures, measures], 435, 6, 12);
        const needed = measures.reduce((sum, each) => sum + each.least + 12, 0);
        if (needed > 435) expect(widths).toBeUndefined();
        else {
          expect(widths!.reduce((sum, width) => sum + width, 0)).toBeCloseTo(435, 3);
          widths!.forEach((width, index) => expect(width - 12).toBeGreaterThanOrEqual(measures[index]!.least - 0.001));
        }
      }),
    );
  });
});

describe('rows', () => {
  it('are low: a column of figures is as wide as its heading needs, if the others can spare it', () => {
    const cell = (...words: number[]) => ({
      least: Math.max(...words),
      most: words.reduce((sum, word) => sum + word + 3, -3),
      words: words.map((width) => ({ width: width + 3, space: 3 })),
    });
    const rows = [
      [cell(60), cell(25), cell(30), cell(40), cell(25, 28, 35, 33, 35)],
      [cell(54, 36, 53), cell(6, 28), cell(70), cell(14), cell(14)],
      [cell(38, 36, 32), cell(14, 28), cell(70), cell(14), cell(14)],
    ];
    const widths = columnWidths(rows, 430, 7, 12)!;
    const [, ...figures] = widths;
    // “Said they would come again” in three lines, and no date parted.
    expect(figures.at(-1)! - 14).toBeGreaterThanOrEqual(66);
    expect(figures[0]! - 14).toBeGreaterThanOrEqual(45);
  });
});

describe('a long table', () => {
  it('has columns as its later rows need them too', () => {
    const cell = (...words: number[]) => ({
      least: Math.max(...words),
      most: words.reduce((sum, word) => sum + word + 3, -3),
      words: words.map((width) => ({ width: width + 3, space: 3 })),
    });
    const long = cell(...Array.from({ length: 14 }, () => 40));
    // “Place 9”, and from the hundredth row on “Place 100”.
    const rows = Array.from({ length: 210 }, (_, index) => [cell(30, index < 99 ? 14 : 21), long]);
    expect(columnWidths(rows, 430, 7, 12)![0]! - 14).toBeGreaterThanOrEqual(54);
  });
});

describe('small parts', () => {
  it('order of levels is a permutation and reverses what is right to left', () => {
    expect(visualOrder([0, 1, 1, 0], 0)).toEqual([0, 2, 1, 3]);
    expect(visualOrder([1, 1, 2, 2, 1], 1)).toEqual([4, 2, 3, 1, 0]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 }), (levels) => {
        expect([...visualOrder(levels, 0)].sort((a, b) => a - b)).toEqual(levels.map((_, index) => index));
      }),
    );
  });

  it('strings come back from PDF syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = new Lexer(pdfString(text)).next();
        expect(read instanceof Text ? read.value : undefined).toBe(text);
      }),
    );
  });

  it('arcs end where they should', () => {
    const [curve] = arcToCurves(0, 0, 10, 10, false, true, 10, 10);
    expect(curve!.slice(4).map((value) => Math.round(value))).toEqual([10, 10]);
  });

  it('the colour profile says its own length', () => {
    const profile = srgbProfile();
    expect(new DataView(profile.buffer).getUint32(0)).toBe(profile.length);
  });

  it('dates are printed as people write them', () => {
    expect(printWhen('2023-09-12T13:00/15:00', 'en-GB')).toBe('12 September 2023, 13:00–15:00');
    expect(printWhen('soon', 'en-GB')).toBe('soon');
  });
});
