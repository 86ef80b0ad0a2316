import { describe, expect, it } from 'vitest';
import { printWhen } from '@everyread/core';

describe('printWhen', () => {
  it.each([
    ['2023-09-12T13:00/15:00', '12 September 2023, 13:00–15:00'],
    ['2023-09-12', '12 September 2023'],
    ['2023-09', 'September 2023'],
    ['soon', 'soon'],
  ])('%s is %s', (when, words) => {
    expect(printWhen(when, 'en-GB')).toBe(words);
  });
  it('says British dates as the engine does', () => {
    const day = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' });
    for (let at = 1; at <= 12; at += 1) {
      const when = `2024-${String(at).padStart(2, '0')}`;
      expect(printWhen(when, 'en-GB')).toBe(month.format(new Date(`${when}-01`)));
      expect(printWhen(`${when}-05`, 'en-GB')).toBe(day.format(new Date(`${when}-05`)));
    }
    expect(printWhen('2024', 'en-GB')).toBe('2024');
  });
  it('bears a language that is none', () => {
    expect(printWhen('2023-09-12', 'not a tag')).toBe('12 September 2023');
  });
});
