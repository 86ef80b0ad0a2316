import { build, makeEdition, prepare, type Report } from '@everyread/core';
import { describe, expect, it } from 'vitest';
import { typedNumber } from '../src/caption-number.js';

describe('numbers that authors type into captions', () => {
  it.each([
    ['Figure 2: Our hall', 'Figure 2'],
    ['Table 4 – Attendance', 'Table 4'],
    ['Fig. 3.1. Our hall', 'Fig. 3.1'],
    ['Table 2 Attendance', 'Table 2'],
    ['Tabl 1: Presenoldeb', 'Tabl 1'],
    ['Table 4 people sit at', undefined],
    ['Our hall, Figure 2', undefined],
    ['Tables 2: x', undefined],
    ['Figure 2', undefined],
    ['Chart of 2023: income', undefined],
  ])('%s: %s', (caption, number) => expect(typedNumber(caption)).toBe(number));

  it('are what a reference says, where the others are counted', () => {
    const table = (id: string, caption: string): ReturnType<typeof build.dataTable> =>
      build.dataTable({ id, headers: 'col' }, [build.caption({}, [build.text({ value: caption })]), build.table({}, [])]);
    const report: Report = {
      meta: { title: 'T', lang: 'en' },
      root: { type: 'root', children: [table('a', 'People'), table('b', 'Table 7: Cost')] },
    };
    const { targets } = prepare(report, makeEdition('screen-reader'));
    expect(targets.get('a')).toMatchObject({ number: 'Table 1' });
    expect(targets.get('b')).toMatchObject({ number: 'Table 7', typed: true });
    expect(targets.get('a')).not.toHaveProperty('typed');
  });
});
