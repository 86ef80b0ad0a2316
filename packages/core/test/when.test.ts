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
  it('bears a language that is none', () => {
    expect(printWhen('2023-09-12', 'not a tag')).toBe('12 September 2023');
  });
});
