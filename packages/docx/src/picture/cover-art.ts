import { mixColours, type Palette } from '@everyread/core';

/**
 * The picture of a title page that has none of its own: quarter circles and discs in the theme's colours on a grid of
 * eight by four. It says nothing, and is marked decorative.
 *
 * @returns an SVG of 800 by 400 units
 */
export function coverArt(palette: Palette): string {
  const { primary, accent, tint } = palette;
  const fills = [
    primary,
    accent,
    mixColours(primary, '#ffffff', 0.55),
    mixColours(accent, '#ffffff', 0.55),
    tint,
    mixColours(primary, '#000000', 0.25),
  ];
  // One row of digits a line: shape and colour of each tile, chosen by eye once and for all.
  const tiles = ['a0 b2 q1 c4 a5 b3 q0 c2', 'c1 d0 a4 b5 q2 c0 d1 a3', 'b4 c3 d2 a0 b1 q5 c4 d0', 'q2 a1 b0 c5 d3 a2 b4 c1'];
  const body = tiles
    .flatMap((row, y) =>
      row.split(' ').map((tile, x) => `${square(x, y, tint)}${shape(tile[0]!, x * 100, y * 100, fills[Number(tile[1])]!)}`),
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400" width="800" height="400">${body}</svg>`;
}

const square = (x: number, y: number, fill: string): string =>
  `<rect x="${x * 100}" y="${y * 100}" width="100" height="100" fill="${fill}"/>`;

/** `a` to `d`: a quarter disc in one of the four corners; `q`: a whole disc. */
function shape(kind: string, x: number, y: number, fill: string): string {
  switch (kind) {
    case 'a':
      return `<path d="M${x} ${y}h100a100 100 0 0 1-100 100z" fill="${fill}"/>`;
    case 'b':
      return `<path d="M${x + 100} ${y}v100a100 100 0 0 1-100-100z" fill="${fill}"/>`;
    case 'c':
      return `<path d="M${x + 100} ${y + 100}h-100a100 100 0 0 1 100-100z" fill="${fill}"/>`;
    case 'd':
      return `<path d="M${x} ${y + 100}v-100a100 100 0 0 1 100 100z" fill="${fill}"/>`;
    default:
      return `<circle cx="${x + 50}" cy="${y + 50}" r="50" fill="${fill}"/>`;
  }
}
