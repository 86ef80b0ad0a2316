import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { coverPixels } from '../src/picture/cover-pixels.js';
import { drawCover } from './kit/draw-cover.js';

it('keeps the picture of title pages as it is drawn', () => {
  const drawn = drawCover(coverPixels.shades);
  expect([coverPixels.width, coverPixels.height]).toEqual([drawn.width, drawn.height]);
  // Where this fails because the drawing was changed, put `drawn.data` into src/picture/cover-pixels.ts.
  expect(Buffer.compare(inflateSync(Buffer.from(coverPixels.data, 'base64')), drawn.raw)).toBe(0);
});
