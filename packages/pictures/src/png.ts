import { crc32 } from '@everyread/zip';
import { zlibSync } from 'fflate';
import type { Pixels } from './pixels.js';

/** One piece of a PNG file (W3C PNG 3, 5.3). */
export interface PngChunk {
  /** Four letters, such as `IDAT`. */
  type: string;
  body: Uint8Array;
}

/** The bytes of a PNG file: the signature, then the chunks, each with its length and checksum (W3C PNG 3, 5.2 and 5.3). */
export function writePng(chunks: readonly PngChunk[]): Uint8Array {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const out = new Uint8Array(chunks.reduce((sum, { body }) => sum + body.length + 12, signature.length));
  const view = new DataView(out.buffer);
  out.set(signature);
  let at = signature.length;
  for (const { type, body } of chunks) {
    const end = at + 8 + body.length;
    view.setUint32(at, body.length);
    for (let index = 0; index < 4; index += 1) out[at + 4 + index] = type.charCodeAt(index);
    out.set(body, at + 8);
    view.setUint32(end, crc32(out.subarray(at + 4, end)));
    at = end + 4;
  }
  return out;
}

/** Colour types of PNG (W3C PNG 3, 11.2.1): a table of colours, red-green-blue, and the same with alpha. */
export type PngColourType = 2 | 3 | 6;

/** The chunk that says how large a picture is and how its pixels are written, with 8 bits a channel and no interlacing (W3C PNG 3, 11.2.1). */
export function pngHeader(width: number, height: number, colourType: PngColourType): PngChunk {
  const body = new Uint8Array(13);
  const view = new DataView(body.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  body.set([8, colourType, 0, 0, 0], 8);
  return { type: 'IHDR', body };
}

/** Pixels as PNG, without an alpha channel where none of them lets anything through. */
export function encodePng({ width, height, rgba }: Pixels): Uint8Array {
  const opaque = isOpaque(rgba);
  return writePng([
    pngHeader(width, height, opaque ? 2 : 6),
    { type: 'IDAT', body: zlibSync(filterRows(opaque ? withoutAlpha(rgba) : rgba, width * (opaque ? 3 : 4), opaque ? 3 : 4)) },
    { type: 'IEND', body: new Uint8Array() },
  ]);
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
}

/** What a filter takes for a byte, from the bytes to its left, above it, and above that to the left (W3C PNG 3, 9.2). */
const predictors: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const byLeft = Math.abs(up - corner);
    const byUp = Math.abs(left - corner);
    const byCorner = Math.abs(left + up - 2 * corner);
    if (byLeft <= byUp && byLeft <= byCorner) return left;
    return byUp <= byCorner ? up : corner;
  },
];

/** Each row after the filter that leaves the smallest differences (W3C PNG 3, 12.7): photographs then take half the room. */
function filterRows(samples: Uint8Array, rowLength: number, pixelLength: number): Uint8Array {
  const rows = samples.length / rowLength;
  const out = new Uint8Array(rows * (rowLength + 1));
  const none = new Uint8Array(rowLength);
  const tried = new Uint8Array(rowLength);
  for (let row = 0; row < rows; row += 1) {
    const line = samples.subarray(row * rowLength, (row + 1) * rowLength);
    const above = row === 0 ? none : samples.subarray((row - 1) * rowLength, row * rowLength);
    const start = row * (rowLength + 1);
    let least = Infinity;
    predictors.forEach((predict, filter) => {
      let sum = 0;
      for (let at = 0; at < rowLength; at += 1) {
        const isFirst = at < pixelLength;
        const guess = predict(isFirst ? 0 : line[at - pixelLength]!, above[at]!, isFirst ? 0 : above[at - pixelLength]!);
        const difference = (line[at]! - guess) & 255;
        tried[at] = difference;
        sum += difference < 128 ? difference : 256 - difference;
      }
      if (sum >= least) return;
      least = sum;
      out[start] = filter;
      out.set(tried, start + 1);
    });
  }
  return out;
}
