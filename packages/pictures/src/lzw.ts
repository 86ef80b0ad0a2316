/** Longest code: 12 bits (GIF89a, appendix F). */
const mostCodes = 4096;

/**
 * Unpacks the LZW codes of a GIF frame (GIF89a, appendix F). Every code is either in the table or the very next one, so that no file can
 * make it go in circles.
 *
 * @param packed - the data of the blocks, one after the other
 * @param minBits - the “LZW minimum code size”
 * @param count - pixels of the frame
 * @returns a place in the table of colours for each pixel; `undefined` where codes are missing or make no sense
 */
export function unpackLzw(packed: Uint8Array, minBits: number, count: number): Uint8Array | undefined {
  if (minBits < 1 || minBits > 8) return undefined;
  const clear = 1 << minBits;
  const end = clear + 1;
  const prefix = new Uint16Array(mostCodes);
  const suffix = new Uint8Array(mostCodes);
  const backwards = new Uint8Array(mostCodes + 1);
  const out = new Uint8Array(count);
  let next = end + 1;
  let bits = minBits + 1;
  let previous = -1;
  let first = 0;
  let written = 0;
  let held = 0;
  let heldBits = 0;
  let at = 0;
  while (written < count) {
    while (heldBits < bits) {
      if (at >= packed.length) return undefined;
      held |= packed[at]! << heldBits;
      at += 1;
      heldBits += 8;
    }
    const code = held & ((1 << bits) - 1);
    held >>>= bits;
    heldBits -= bits;
    if (code === clear) {
      next = end + 1;
      bits = minBits + 1;
      previous = -1;
      continue;
    }
    if (code === end || code > next || (previous < 0 && code > end)) return undefined;
    let length = 0;
    let link = code;
    if (code === next) {
      // The one code that may stand before its own entry: the last string and its first pixel.
      backwards[length] = first;
      length += 1;
      link = previous;
    }
    while (link > end) {
      backwards[length] = suffix[link]!;
      length += 1;
      link = prefix[link]!;
    }
    first = link;
    backwards[length] = first;
    length += 1;
    if (previous >= 0 && next < mostCodes) {
      prefix[next] = previous;
      suffix[next] = first;
      next += 1;
      if (next === 1 << bits && bits < 12) bits += 1;
    }
    while (length > 0 && written < count) {
      length -= 1;
      out[written] = backwards[length]!;
      written += 1;
    }
    previous = code;
  }
  return out;
}
