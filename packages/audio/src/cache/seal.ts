import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const last = new Uint32Array(256).map((_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
const step = (table: Uint32Array): Uint32Array => table.map((c) => last[c & 0xff]! ^ (c >>> 8));
const third = step(last);
const second = step(third);
const first = step(second);

/** Takes four bytes at a time: the sound of a book is hundreds of megabytes. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  let index = 0;
  for (; index + 4 <= bytes.length; index += 4) {
    crc ^= bytes[index]! | (bytes[index + 1]! << 8) | (bytes[index + 2]! << 16) | (bytes[index + 3]! << 24);
    crc = first[crc & 0xff]! ^ second[(crc >>> 8) & 0xff]! ^ third[(crc >>> 16) & 0xff]! ^ last[crc >>> 24]!;
  }
  for (; index < bytes.length; index += 1) crc = last[(crc ^ bytes[index]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

const mark = 0x31524545; // “EER1”

/** Adds a mark, the length and a checksum, so that damage is seen. */
export function seal(payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  view.setUint32(4, payload.length, true);
  view.setUint32(8, crc32(payload), true);
  bytes.set(payload, 12);
  return bytes;
}

/** The payload, or nothing where the entry is missing, cut or changed. */
export function unseal(bytes: Uint8Array | undefined): Uint8Array | undefined {
  if (bytes === undefined || bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== mark || view.getUint32(4, true) !== bytes.length - 12) return undefined;
  const payload = bytes.subarray(12);
  return crc32(payload) === view.getUint32(8, true) ? payload : undefined;
}

/** A name for content: SHA-256 in hexadecimal. */
export function contentKey(...parts: readonly string[]): string {
  return bytesToHex(sha256(new TextEncoder().encode(parts.map((part) => `${part.length}:${part}`).join(''))));
}
