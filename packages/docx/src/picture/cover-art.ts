import { mixColours, type Palette } from '@everyread/core';
import { encodePng } from './encode-png.js';
import type { Picture } from './picture.js';

/** Size of a tile in pixels, and how many there are. */
const tilePx = 160;
const columns = 8;

/**
 * One row of tiles a line, chosen by eye once and for all. `a` to `d` are quarter discs about one of the corners, `q` is a
 * whole disc; the digit is the colour.
 */
const rows = ['a0 b2 q1 c3 a3 b3 q0 c2', 'c1 d0 a2 b5 q2 c0 d1 a3', 'b0 c3 d2 a0 b1 q5 c3 d0', 'q2 a1 b0 c5 d3 a2 b5 c1'];

type Rgb = readonly [number, number, number];

/**
 * The picture of a title page that has none of its own: quarter circles and discs in the theme's colours. It says nothing and
 * is marked decorative. Drawn here pixel by pixel, so that a long report without charts does without the drawing engine.
 */
export function coverArt(palette: Palette): Picture {
  const { primary, accent } = palette;
  const colours = [
    primary,
    accent,
    mixColours(primary, '#ffffff', 0.55),
    mixColours(accent, '#ffffff', 0.55),
    primary,
    mixColours(primary, '#000000', 0.25),
  ].map(rgb);
  const ground = rgb(palette.tint);
  const tiles = rows.map((row) => row.split(' '));
  const width = columns * tilePx;
  const height = rows.length * tilePx;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const tile = tiles[Math.floor(y / tilePx)]![Math.floor(x / tilePx)]!;
      const share = coverage(tile[0]!, (x % tilePx) + 0.5, (y % tilePx) + 0.5);
      const colour = colours[Number(tile[1])]!;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1)
        pixels[at + channel] = Math.round(ground[channel]! + (colour[channel]! - ground[channel]!) * share);
    }
  }
  return { type: 'png', data: encodePng(pixels, width, height), widthPt: 453, heightPt: (453 * height) / width };
}

/** How much of a pixel a shape covers, 0 to 1, from its distance to the edge. */
function coverage(shape: string, x: number, y: number): number {
  const [centreX, centreY, radius] =
    shape === 'q'
      ? [tilePx / 2, tilePx / 2, tilePx / 2]
      : [shape === 'a' || shape === 'd' ? 0 : tilePx, shape === 'a' || shape === 'b' ? 0 : tilePx, tilePx];
  return Math.min(1, Math.max(0, radius - Math.hypot(x - centreX, y - centreY) + 0.5));
}

const rgb = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
