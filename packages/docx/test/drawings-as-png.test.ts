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

it('refuses a drawing that would take minutes', async () => {
  const blurred = '<rect width="9" height="9" filter="url(#f)"/>';
  const costly = {
    'many.svg': blurred.repeat(41),
    'used.svg': `<g id="g">${blurred.repeat(5)}</g>${'<use href="#g"/>'.repeat(10)}`,
    'styled.svg': `<style>rect { filter: url(#f) }</style>${'<rect width="9" height="9"/>'.repeat(41)}`,
    'octaves.svg': '<filter id="f"><feTurbulence baseFrequency=".05" numOctaves="1000"/></filter>',
    'matrix.svg': '<filter id="f"><feConvolveMatrix order="3 100"/></filter>',
    'wide.svg': '<filter id="f"><feMorphology operator="dilate" radius="1e9"/></filter>',
  };
  const assets = drawingsAsPng(memoryAssets(Object.fromEntries(Object.entries(costly).map(([name, inside]) => [name, drawing(inside)]))));
  for (const name of Object.keys(costly))
    await expect(assets.load(name), name).rejects.toMatchObject({
      code: 'asset',
      message: expect.stringMatching(/can't be drawn: it.* effects?.* more than \d+$/) as string,
    });
  const shadows = `<filter id="f"><feGaussianBlur stdDeviation="3"/></filter>${blurred.repeat(12)}`;
  expect(await drawingsAsPng(memoryAssets({ 'a.svg': drawing(shadows) })).load('a.svg')).toMatchObject({ mediaType: 'image/png' });
});
