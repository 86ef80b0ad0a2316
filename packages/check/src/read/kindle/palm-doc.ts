import { damaged } from './book.js';

/** A record of text unpacks to 4 KB, or a little more. */
const maxBytes = 65_536;

/** Unpacks PalmDOC: 1–8 announce raw bytes, 0x80–0xBF a repeat, 0xC0–0xFF a blank and a letter (MobileRead wiki, “PalmDOC”). */
export function unpackPalmDoc(packed: Uint8Array): Uint8Array {
  const out = new Uint8Array(maxBytes);
  let length = 0;
  const put = (byte: number): void => {
    if (length >= maxBytes) throw damaged('a record of its text unpacks to too much');
    out[length++] = byte;
  };
  let at = 0;
  while (at < packed.length) {
    const code = packed[at++]!;
    if (code >= 1 && code <= 8) {
      if (at + code > packed.length) throw damaged('a record of its text is cut short');
      for (let index = 0; index < code; index += 1) put(packed[at++]!);
    } else if (code < 0x80) put(code);
    else if (code >= 0xc0) {
      put(0x20);
      put(code ^ 0x80);
    } else {
      const pair = (code << 8) | (packed[at++] ?? 0);
      const distance = (pair >> 3) & 0x7ff;
      if (distance === 0 || distance > length) throw damaged('a record of its text repeats what is not there');
      for (let index = (pair & 7) + 3; index > 0; index -= 1) put(out[length - distance]!);
    }
  }
  return out.subarray(0, length);
}
