import { describe, expect, it } from 'vitest';
import { plainAscii } from '../src/flite/ascii.js';

describe('what flite reads', () => {
  it.each([
    ['Café Siân, “ﬂat” – £', 'Cafe Sian, flat ,'],
    ['the A A and A and E at nine a m', 'the ay ay and ay and E at nine ay m'],
    ['fourteen A Saint Mary’s Street', "fourteen ay Saint Mary's Street"],
    ['Plan A, vitamin A and from A to Z', 'Plan ay, vitamin ay and from ay to Z'],
    ['A cat. A dog. Once Upon A Time', 'A cat. A dog. Once Upon A Time'],
  ])('%s', (text, read) => {
    expect(plainAscii(text)).toBe(read);
  });
});
