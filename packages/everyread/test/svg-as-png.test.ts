import { memoryAssets } from '@everyread/core';
import { describe, expect, it } from 'vitest';
import { assetsFor } from '../src/assets/svg-as-png.js';

const words = (text: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><title>漢字</title><text x="10" y="30" font-size="20">${text}</text></svg>`;

async function draw(text: string): Promise<Uint8Array> {
  const files = { 'd.svg': new TextEncoder().encode(words(text)) };
  const { body, mediaType } = await assetsFor('mobi', memoryAssets(files)).load('d.svg');
  expect(mediaType).toBe('image/png');
  return body;
}

describe('the words of drawings that are turned into pictures', () => {
  // Words of as many letters would be rows of as many boxes, the same picture.
  for (const [script, one, other] of [
    ['Arabic', 'مرحبا', 'سلامة'],
    ['Hebrew', 'שלום', 'תודה'],
    ['Greek', 'νερό', 'φωτι'],
    ['Tamil', 'கடல்', 'மரம்'],
  ] as const) {
    it(`are drawn with a face that has them: ${script}`, async () => {
      expect(Buffer.from(await draw(one)).equals(Buffer.from(await draw(other)))).toBe(false);
    });
  }

  it('are refused in a script that no face has', async () => {
    await expect(draw('漢字')).rejects.toThrow(/in a script that the typefaces lack \(“漢”\)/);
  });
});
