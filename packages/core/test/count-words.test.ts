import { describe, expect, it } from 'vitest';
import { countAny, countWords } from '../src/audit/count-words.js';

describe('words and syllables', () => {
  it('are counted as English is spelt', () => {
    expect(countWords('The cat sat on a table.')).toEqual({ words: 6, syllables: 6 });
    expect(countWords('Free education – for £1,200')).toEqual({ words: 5, syllables: 8 });
    expect(countWords('Café')).toEqual({ words: 1, syllables: 1 });
    expect(countWords('– € ’')).toEqual({ words: 0, syllables: 0 });
  });

  it('are the same for plain letters, which are counted without cutting out each word', () => {
    const signs = "aeiouyEAbctTh0 9  -'’_.,£(e e- ee".split('');
    let seed = 1;
    const next = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
    for (let round = 0; round < 5000; round += 1) {
      const sentence = Array.from({ length: next(40) }, () => signs[next(signs.length)]).join('');
      expect(countWords(sentence), sentence).toEqual(countAny(sentence));
    }
  });
});
