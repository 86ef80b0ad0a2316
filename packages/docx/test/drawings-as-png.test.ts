import { memoryAssets } from '@everyread/core';
import { drawingsAsPng } from '@everyread/docx';
import { expect, it } from 'vitest';

const drawing = (inside: string): Uint8Array =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${inside}</svg>`);
const files = {
  'ring.svg': drawing('<circle cx="50" cy="50" r="40"/>'),
  'shade.svg': drawing('<filter id="f"/><rect width="9" height="9"/>'),
  'broken.svg': new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><g></svg>'),
};

it('gives each drawing as PNG in its own size, drawn once', async () => {
  const assets = drawingsAsPng(memoryAssets(files));
  const asset = await assets.load('ring.svg');
  expect(asset).toMatchObject({ mediaType: 'image/png', width: 200, height: 100 });
  expect([...asset.body.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(await assets.load('ring.svg')).toBe(asset);
});

it('leaves those that may stay', async () => {
  const assets = drawingsAsPng(memoryAssets(files), (svg) => !svg.includes('<filter'));
  expect((await assets.load('ring.svg')).mediaType).toBe('image/svg+xml');
  expect((await assets.load('shade.svg')).mediaType).toBe('image/png');
});

it('says what can not be drawn, and what to do', async () => {
  await expect(drawingsAsPng(memoryAssets(files)).load('broken.svg')).rejects.toMatchObject({
    code: 'asset',
    message: expect.stringMatching(/^The drawing broken\.svg can't be drawn: /) as string,
    hint: 'Save it again as plain SVG, or as PNG.',
  });
});
