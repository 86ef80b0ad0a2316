import { EveryreadError } from '@everyread/core';

/** Farthest and longest repeat that PalmDOC can name: 11 bits of distance, 3 of length from 3. */
const farthest = 2047;
const longest = 10;
const shortest = 3;

/**
 * PalmDOC LZ77. 0x00 and 0x09–0x7F stand for themselves; 0x01–0x08 announce that many raw bytes; 0x80–0xBF
 * begin a repeat of two bytes; 0xC0–0xFF are a space and a letter.
 *
 * @param input - one text record, at most 4096 bytes
 */
export function compressPalmDoc(input: Uint8Array): Uint8Array {
  const out: number[] = [];
  const latest = new Map<number, number>();
  const previous = new Int32Array(input.length).fill(-1);
  const raw: number[] = [];
  const flush = (): void => {
    if (raw.length > 0) out.push(raw.length, ...raw.splice(0));
  };
  const remember = (at: number): void => {
    if (at + shortest > input.length) return;
    const key = (input[at]! << 16) | (input[at + 1]! << 8) | input[at + 2]!;
    previous[at] = latest.get(key) ?? -1;
    latest.set(key, at);
  };
  let at = 0;
  while (at < input.length) {
    remember(at);
    const match = findMatch(input, at, previous);
    if (match !== undefined) {
      flush();
      const pair = 0x8000 | (match.distance << 3) | (match.length - shortest);
      out.push(pair >>> 8, pair & 0xff);
      for (let inside = at + 1; inside < at + match.length; inside += 1) remember(inside);
      at += match.length;
      continue;
    }
    const byte = input[at]!;
    const next = input[at + 1];
    if (byte === 0x20 && next !== undefined && next >= 0x40 && next <= 0x7f) {
      flush();
      out.push(next ^ 0x80);
      remember(at + 1);
      at += 2;
      continue;
    }
    if (byte === 0 || (byte >= 9 && byte <= 0x7f)) {
      flush();
      out.push(byte);
    } else {
      raw.push(byte);
      if (raw.length === 8) flush();
    }
    at += 1;
  }
  flush();
  return Uint8Array.from(out);
}

function findMatch(input: Uint8Array, at: number, previous: Int32Array): { distance: number; length: number } | undefined {
  const most = Math.min(longest, input.length - at);
  let best = 0;
  let where = 0;
  for (let from = previous[at]!, tries = 0; from >= 0 && at - from <= farthest && tries < 64; from = previous[from]!, tries += 1) {
    let length = shortest;
    while (length < most && input[from + length] === input[at + length]) length += 1;
    if (length > best) {
      best = length;
      where = from;
      if (best === most) break;
    }
  }
  return best >= shortest ? { distance: at - where, length: best } : undefined;
}

/**
 * Undoes {@link compressPalmDoc}.
 *
 * @throws {EveryreadError} code `misuse` for data that names bytes before its beginning or ends inside a code
 */
export function decompressPalmDoc(input: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < input.length;) {
    const code = input[at]!;
    at += 1;
    if (code >= 1 && code <= 8) {
      if (at + code > input.length) throw damaged('it ends inside raw bytes');
      out.push(...input.subarray(at, at + code));
      at += code;
    } else if (code < 0x80) out.push(code);
    else if (code >= 0xc0) out.push(0x20, code ^ 0x80);
    else {
      const low = input[at];
      at += 1;
      const distance = (((code & 0x3f) << 8) | (low ?? 0)) >> 3;
      if (low === undefined || distance === 0 || distance > out.length) throw damaged('it repeats what is not there');
      for (let length = (low & 7) + shortest; length > 0; length -= 1) out.push(out[out.length - distance]!);
    }
  }
  return Uint8Array.from(out);
}

const damaged = (reason: string): EveryreadError =>
  new EveryreadError('misuse', `The PalmDOC data is damaged: ${reason}`, { hint: 'Pass one text record without its trailing entries.' });
