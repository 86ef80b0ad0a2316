import { deflateSync } from 'node:zlib';

/** Size of a tile in pixels, and how many there are in a row. */
const tilePx = 160;
const columns = 8;

/**
 * One row of tiles a line, chosen by eye once and for all. `a` to `d` are quarter discs about one of the corners, `q` is a
 * whole disc; the digit is the colour.
 */
const rows = ['a0 b2 q1 c3 a3 b3 q0 c2', 'c1 d0 a2 b5 q2 c0 d1 a3', 'b0 c3 d2 a0 b1 q5 c3 d0', 'q2 a1 b0 c5 d3 a2 b5 c1'];

/** Draws the picture of title pages: what `src/picture/cover-pixels.ts` holds. */
export function drawCover(shades: number): { width: number; height: number; raw: Uint8Array; data: string } {
  const width = columns * tilePx;
  const height = rows.length * tilePx;
  const pixels = new Uint8Array(width * height);
  for (const [row, tiles] of rows.entries()) {
    for (const [column, tile] of tiles.split(' ').entries()) {
      for (let y = 0; y < tilePx; y += 1)
        for (let x = 0; x < tilePx; x += 1) {
          const shade = Math.round(coverage(tile[0]!, x + 0.5, y + 0.5) * shades);
          pixels[(row * tilePx + y) * width + column * tilePx + x] = shade === 0 ? 0 : Number(tile[1]) * shades + shade;
        }
    }
  }
  // Each row begins with its filter; “up” (2) suits flat shapes.
  const raw = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    raw[y * (width + 1)] = 2;
    for (let x = 0; x < width; x += 1) raw[y * (width + 1) + 1 + x] = pixels[y * width + x]! - (y === 0 ? 0 : pixels[(y - 1) * width + x]!);
  }
  return { width, height, raw, data: deflateSync(raw, { level: 9 }).toString('base64') };
}

/** How much of a pixel a shape covers, 0 to 1, from its distance to the edge. */
function coverage(shape: string, x: number, y: number): number {
  const [centreX, centreY, radius] =
    shape === 'q'
      ? [tilePx / 2, tilePx / 2, tilePx / 2]
      : [shape === 'a' || shape === 'd' ? 0 : tilePx, shape === 'a' || shape === 'b' ? 0 : tilePx, tilePx];
  return Math.min(1, Math.max(0, radius - Math.hypot(x - centreX, y - centreY) + 0.5));
}
