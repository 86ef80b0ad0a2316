import { pngHeader, writePng } from '@everyread/pictures';

/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [number, number, number];

/**
 * Writes a picture of at most 256 colours as PNG (ISO/IEC 15948, colour type 3), no interlacing.
 *
 * @param packed - the rows from the top, each its filter and one byte a pixel, its place in the table of colours; a zlib stream
 */
export function encodePng(packed: Uint8Array, colours: readonly Rgb[], width: number, height: number): Uint8Array {
  return writePng([
    pngHeader(width, height, 3),
    { type: 'PLTE', body: Uint8Array.from(colours.flat()) },
    { type: 'IDAT', body: packed },
    { type: 'IEND', body: new Uint8Array() },
  ]);
}
