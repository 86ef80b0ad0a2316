import { mixColours, type Palette } from '@everyread/core';
import { encodePng, type Rgb } from './encode-png.js';
import type { Picture } from './picture.js';

/** Size of a tile in pixels, and how many there are. */
const tilePx = 160;
const columns = 8;

/**
 * One row of tiles a line, chosen by eye once and for all. `a` to `d` are quarter discs about one of the corners, `q` is a
 * whole disc; the digit is the colour.
 */
const rows = ['a0 b2 q1 c3 a3 b3 q0 c2', 'c1 d0 a2 b5 q2 c0 d1 a3', 'b0 c3 d2 a0 b1 q5 c3 d0', 'q2 a1 b0 c5 d3 a2 b5 c1'];

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
  // The ground, then each colour in every shade between it and the ground.
  const table = [
    ground,
    ...colours.flatMap((colour) => Array.from({ length: shades }, (_, at) => mixed(ground, colour, (at + 1) / shades))),
  ];
  const width = columns * tilePx;
  const pixels = new Uint8Array(width * rows.length * tilePx);
  for (const [row, tiles] of rows.entries()) {
    for (const [column, tile] of tiles.split(' ').entries()) {
      const first = Number(tile[1]) * shades;
      const shape = tileOf(tile[0]!);
      for (let at = 0; at < shape.length; at += 1) {
        const place = (row * tilePx + Math.floor(at / tilePx)) * width + column * tilePx + (at % tilePx);
        pixels[place] = shape[at] === 0 ? 0 : first + shape[at]!;
      }
    }
  }
  const height = rows.length * tilePx;
  return { type: 'png', data: encodePng(pixels, table, width, height), widthPt: 453, heightPt: (453 * height) / width };
}

/** Steps from the ground to a full colour, which make an edge smooth; with six colours they fill a table of 256. */
const shades = 32;

/** The tile of a shape: for each pixel how much of it the shape covers, from 0 to `shades`. */
function tileOf(shape: string): Uint8Array {
  const tile = new Uint8Array(tilePx * tilePx);
  for (let y = 0; y < tilePx; y += 1)
    for (let x = 0; x < tilePx; x += 1) tile[y * tilePx + x] = Math.round(coverage(shape, x + 0.5, y + 0.5) * shades);
  return tile;
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

const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((value, channel) => Math.round(value + (to[channel]! - value) * share)) as unknown as Rgb;
