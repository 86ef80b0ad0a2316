import { unpackLzw } from './lzw.js';
import { checkSize, placeFrame, UnreadablePicture, type Pixels } from './pixels.js';
import type { FirstFrame } from './still-picture.js';

const extension = 0x21;
const graphicControl = 0xf9;
const image = 0x2c;
const isInterlaced = 0x40;

/** Rows of an interlaced frame: where each pass begins, and its step (GIF89a, appendix E). */
const passes: readonly (readonly [number, number])[] = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
];

/**
 * The first frame of a GIF (GIF89a; 87a is the same without extensions).
 *
 * @throws {UnreadablePicture} when the file is damaged or too large
 */
export function firstFrameOfGif(body: Uint8Array): FirstFrame {
  return new GifReader(body).read();
}

class GifReader {
  private at = 6;

  constructor(private readonly body: Uint8Array) {}

  read(): FirstFrame {
    const width = this.number();
    const height = this.number();
    const flags = this.byte();
    this.skip(2);
    const colours = this.colourTable(flags);
    let transparent = -1;
    for (;;) {
      const block = this.byte();
      if (block === image) break;
      if (block !== extension) throw damaged();
      const label = this.byte();
      const data = this.subBlocks();
      // GIF89a 23: the flag for a transparent colour, and its place in the table.
      if (label === graphicControl && data.length >= 4) transparent = data[0]! & 1 ? data[3]! : -1;
    }
    const [left, top] = [this.number(), this.number()];
    const frame = this.frame(colours, transparent);
    const canvas = { width: width || frame.width, height: height || frame.height, left, top };
    checkSize(canvas.width, canvas.height);
    return { pixels: placeFrame(frame, canvas), isAnimated: this.hasAnother() };
  }

  private frame(shared: Uint8Array | undefined, transparent: number): Pixels {
    const [width, height] = [this.number(), this.number()];
    if (width === 0 || height === 0) throw damaged();
    checkSize(width, height);
    const flags = this.byte();
    const colours = this.colourTable(flags) ?? shared;
    const minBits = this.byte();
    const places = unpackLzw(this.subBlocks(), minBits, width * height);
    if (colours === undefined || places === undefined) throw damaged();
    const rgba = new Uint8Array(width * height * 4);
    let from = 0;
    for (const [begin, step] of flags & isInterlaced ? passes : [[0, 1] as const]) {
      for (let row = begin; row < height; row += step) {
        for (let to = row * width * 4; to < (row + 1) * width * 4; to += 4, from += 1) {
          const place = places[from]!;
          if (place === transparent || place * 3 >= colours.length) continue;
          rgba[to] = colours[place * 3]!;
          rgba[to + 1] = colours[place * 3 + 1]!;
          rgba[to + 2] = colours[place * 3 + 2]!;
          rgba[to + 3] = 255;
        }
      }
    }
    return { width, height, rgba };
  }

  /** Whether another frame follows. What comes after the first one is not shown, so faults in it do no harm. */
  private hasAnother(): boolean {
    while (this.at < this.body.length) {
      const block = this.body[this.at];
      if (block === image) return true;
      if (block !== extension) return false;
      this.skip(2);
      try {
        this.subBlocks();
      } catch {
        return false;
      }
    }
    return false;
  }

  /** A table of colours, three bytes each, where the flags say that there is one (GIF89a 19 and 21). */
  private colourTable(flags: number): Uint8Array | undefined {
    return flags & 0x80 ? this.bytes(3 << ((flags & 7) + 1)) : undefined;
  }

  /** Pieces of at most 255 bytes up to an empty one (GIF89a 15), put together. */
  private subBlocks(): Uint8Array {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (let size = this.byte(); size > 0; size = this.byte()) {
      pieces.push(this.bytes(size));
      length += size;
    }
    const out = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      out.set(piece, at);
      at += piece.length;
    }
    return out;
  }

  private byte(): number {
    return this.bytes(1)[0]!;
  }

  private number(): number {
    const [low, high] = this.bytes(2);
    return low! + high! * 256;
  }

  private skip(count: number): void {
    this.bytes(count);
  }

  private bytes(count: number): Uint8Array {
    const end = this.at + count;
    if (end > this.body.length) throw new UnreadablePicture('is cut short');
    const bytes = this.body.subarray(this.at, end);
    this.at = end;
    return bytes;
  }
}

const damaged = (): UnreadablePicture => new UnreadablePicture('is damaged');
