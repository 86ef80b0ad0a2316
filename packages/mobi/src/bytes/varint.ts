/** Seven bits a byte, the high bit on the last: the numbers of indexes. */
export function forwardVarint(value: number): Uint8Array {
  const out = [(value & 0x7f) | 0x80];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) out.unshift(rest & 0x7f);
  return Uint8Array.from(out);
}

/** Seven bits a byte, the high bit on the first: sizes that are read from the end of a record. */
export function backwardVarint(value: number): Uint8Array {
  const out = forwardVarint(value);
  out[out.length - 1]! &= 0x7f;
  out[0]! |= 0x80;
  return out;
}
