/** A picture as rows of pixels from the top, each of red, green, blue and alpha, 0 to 255, not multiplied by alpha. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** A frame and the canvas it lies on, in pixels. */
export interface Placing {
  width: number;
  height: number;
  left: number;
  top: number;
}

/** A frame on a canvas that lets through what it does not cover; what stands out of the canvas is cut. */
export function placeFrame(frame: Pixels, { width, height, left, top }: Placing): Pixels {
  if (left === 0 && top === 0 && frame.width === width && frame.height === height) return frame;
  const rgba = new Uint8Array(width * height * 4);
  const shown = Math.max(0, Math.min(frame.width, width - left)) * 4;
  for (let row = 0; row < Math.min(frame.height, height - top); row += 1) {
    const from = row * frame.width * 4;
    rgba.set(frame.rgba.subarray(from, from + shown), ((top + row) * width + left) * 4);
  }
  return { width, height, rgba };
}

/** A picture that can't be decoded, with the reason, which reads on after “it”. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
}

/** Most pixels of a picture that is decoded: 40 million take 160 MB, and an A4 page at 600 points an inch shows no more. */
const mostPixels = 40_000_000;

/** Looks at a size before memory is taken for it. */
export function checkSize(width: number, height: number): void {
  if (width * height > mostPixels) throw new UnreadablePicture(`has ${width} by ${height} pixels, more than a page can show`);
}
