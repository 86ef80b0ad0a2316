/** The CRC of PNG (W3C PNG 3, 5.5). */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 255]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * Looks a PNG over before the decoder sees it: a damaged one would fail later, in the middle of the document.
 *
 * @returns what is wrong, or nothing
 */
export function checkPng(body: Uint8Array): string | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  let at = 8;
  let data = false;
  while (at + 12 <= body.length) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > body.length) return 'the file is cut short';
    if (crc(body.subarray(at + 4, end)) !== view.getUint32(end)) return 'the file is damaged';
    const name = String.fromCharCode(...body.subarray(at + 4, at + 8));
    if (name === 'IDAT') data = true;
    if (name === 'IEND') return data ? undefined : 'the file holds no picture';
    at = end + 4;
  }
  return 'the file is cut short';
}
