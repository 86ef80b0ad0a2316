import { mixColours, type Palette } from '@everyread/core';
import { coverPixels } from './cover-pixels.js';
import { encodePng, type Rgb } from './encode-png.js';
import type { Picture } from './picture.js';

/**
 * The picture of a title page that has none of its own: quarter circles and discs in the theme's colours. It says nothing and
 * is marked decorative. Its pixels are at hand, so that a long report without charts does without the drawing engine.
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
  const { shades, width, height } = coverPixels;
  // The ground, then each colour in every shade between it and the ground.
  const table = [
    ground,
    ...colours.flatMap((colour) => Array.from({ length: shades }, (_, at) => mixed(ground, colour, (at + 1) / shades))),
  ];
  const packed = Uint8Array.from(atob(coverPixels.data), (character) => character.charCodeAt(0));
  return { type: 'png', data: encodePng(packed, table, width, height), widthPt: 453, heightPt: (453 * height) / width };
}

const rgb = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;

const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((value, channel) => Math.round(value + (to[channel]! - value) * share)) as unknown as Rgb;
