import { imageSize } from '@everyread/core';
import { checkSize, placeFrame, UnreadablePicture, type Pixels, type Placing } from './pixels.js';
import type { FirstFrame } from './still-picture.js';

/** A chunk of the RIFF container: four letters, the length of its data, the data. */
interface Chunk {
  type: string;
  data: Uint8Array;
}

/**
 * The first frame of a WebP (RFC 9649). The decoder is given a file made anew of that frame alone, whose size has been looked at, and
 * nothing else of what a stranger may have put into the container.
 *
 * @throws {UnreadablePicture} when the file is damaged or too large
 */
export async function firstFrameOfWebp(body: Uint8Array): Promise<FirstFrame> {
  const chunks = [...chunksOf(body.subarray(12))];
  const frames = chunks.filter(({ type }) => type === 'ANMF');
  const extended = chunks.find(({ type }) => type === 'VP8X');
  if (frames.length === 0) return { pixels: await decodeFrame(chunks), isAnimated: false };
  if (extended === undefined || extended.data.length < 10) throw damaged();
  const { data } = frames[0]!;
  if (data.length < 16) throw damaged();
  const pixels = await decodeFrame([...chunksOf(data.subarray(16))]);
  const canvas: Placing = {
    width: number24(extended.data, 4) + 1,
    height: number24(extended.data, 7) + 1,
    left: number24(data, 0) * 2,
    top: number24(data, 3) * 2,
  };
  checkSize(canvas.width, canvas.height);
  return { pixels: placeFrame(pixels, canvas), isAnimated: frames.length > 1 };
}

async function decodeFrame(chunks: readonly Chunk[]): Promise<Pixels> {
  const image = chunks.find(({ type }) => type === 'VP8 ' || type === 'VP8L');
  if (image === undefined) throw damaged();
  const alone = riff([image]);
  const size = imageSize(alone, 'image/webp');
  if (size === undefined) throw damaged();
  checkSize(size.width, size.height);
  const alpha = image.type === 'VP8 ' ? chunks.find(({ type }) => type === 'ALPH') : undefined;
  const { decodeWebp } = await import('./webp-decoder.js');
  const pixels = await decodeWebp(alpha === undefined ? alone : riff([extendedHeader(size.width, size.height), alpha, image]));
  if (pixels === undefined) throw damaged();
  return pixels;
}

function* chunksOf(bytes: Uint8Array): Iterable<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) throw new UnreadablePicture('is cut short');
    yield { type: String.fromCharCode(...bytes.subarray(at, at + 4)), data: bytes.subarray(at + 8, at + 8 + length) };
    // RFC 9649 2.3: a chunk of odd length is followed by one byte more.
    at += 8 + length + (length % 2);
  }
}

/** A WebP file of these chunks. */
function riff(chunks: readonly Chunk[]): Uint8Array {
  const length = chunks.reduce((sum, { data }) => sum + 8 + data.length + (data.length % 2), 4);
  const out = new Uint8Array(8 + length);
  const view = new DataView(out.buffer);
  const letters = (at: number, text: string): void => {
    for (let index = 0; index < 4; index += 1) out[at + index] = text.charCodeAt(index);
  };
  letters(0, 'RIFF');
  view.setUint32(4, length, true);
  letters(8, 'WEBP');
  let at = 12;
  for (const { type, data } of chunks) {
    letters(at, type);
    view.setUint32(at + 4, data.length, true);
    out.set(data, at + 8);
    at += 8 + data.length + (data.length % 2);
  }
  return out;
}

/** The chunk that must come first where there is alpha beside the picture (RFC 9649 2.7). */
function extendedHeader(width: number, height: number): Chunk {
  const data = new Uint8Array(10);
  data[0] = 0x10;
  for (let byte = 0; byte < 3; byte += 1) {
    data[4 + byte] = ((width - 1) >> (8 * byte)) & 255;
    data[7 + byte] = ((height - 1) >> (8 * byte)) & 255;
  }
  return { type: 'VP8X', data };
}

const number24 = (bytes: Uint8Array, at: number): number => bytes[at]! + (bytes[at + 1]! << 8) + (bytes[at + 2]! << 16);

const damaged = (): UnreadablePicture => new UnreadablePicture('is damaged');
