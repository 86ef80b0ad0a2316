import { EveryreadError } from '@everyread/core';

/** A chapter of a sound file. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly beginMs: number;
  readonly endMs: number;
}

/** What the tag of an MP3 says. */
export interface Tag {
  /** Bytes of the tag: the sound begins behind it. */
  readonly length: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly chapters: readonly Chapter[];
  /** Names of chapters in the order of the table of contents. */
  readonly contents: readonly string[];
}

const damaged = (reason: string): EveryreadError => new EveryreadError('document', `The tag of the MP3 is damaged: ${reason}`);

/** Reads an ID3v2.3 or 2.4 tag with its chapters (ID3v2 Chapter Frame Addendum 1.0). */
export function readTag(bytes: Uint8Array): Tag {
  const texts = new Map<string, string>();
  const chapters: Chapter[] = [];
  const contents: string[] = [];
  if (latin(bytes.subarray(0, 3)) !== 'ID3') return { length: 0, texts, chapters, contents };
  const version = bytes[3]!;
  if (version !== 3 && version !== 4) throw damaged(`its version 2.${version} is not read here`);
  const length = 10 + syncSafe(bytes, 6);
  if (length > bytes.length) throw damaged('it is longer than the file');
  for (const frame of frames(bytes.subarray(10, length), version)) {
    if (frame.id === 'CHAP') {
      const end = frame.body.indexOf(0);
      if (end < 0 || frame.body.length < end + 17) throw damaged('a chapter is cut short');
      const title = [...frames(frame.body.subarray(end + 17), version)].find((each) => each.id === 'TIT2');
      chapters.push({
        id: latin(frame.body.subarray(0, end)),
        beginMs: u32(frame.body, end + 1),
        endMs: u32(frame.body, end + 5),
        title: title ? textOf(title.body) : '',
      });
    } else if (frame.id === 'CTOC') {
      const start = frame.body.indexOf(0) + 3;
      const rest = latin(frame.body.subarray(start)).split('\0');
      contents.push(...rest.slice(0, frame.body[start - 1] ?? 0));
    } else if (frame.id.startsWith('T')) texts.set(frame.id, textOf(frame.body));
  }
  return { length, texts, chapters, contents };
}

function* frames(bytes: Uint8Array, version: number): Generator<{ id: string; body: Uint8Array }> {
  let at = 0;
  while (at + 10 <= bytes.length && bytes[at] !== 0) {
    const id = latin(bytes.subarray(at, at + 4));
    const length = version === 4 ? syncSafe(bytes, at + 4) : u32(bytes, at + 4);
    if (!/^[A-Z\d]{4}$/.test(id) || at + 10 + length > bytes.length) throw damaged('a part of it is cut short');
    yield { id, body: bytes.subarray(at + 10, at + 10 + length) };
    at += 10 + length;
  }
}

function textOf(body: Uint8Array): string {
  const encoding = ['windows-1252', 'utf-16', 'utf-16be', 'utf-8'][body[0] ?? 0] ?? 'utf-8';
  const big = encoding === 'utf-16' && body[1] === 0xfe;
  return new TextDecoder(big ? 'utf-16be' : encoding).decode(body.subarray(1)).replace(/\0+$/, '');
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const syncSafe = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 21) | ((bytes[at + 1] ?? 0) << 14) | ((bytes[at + 2] ?? 0) << 7) | (bytes[at + 3] ?? 0);
const u32 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
