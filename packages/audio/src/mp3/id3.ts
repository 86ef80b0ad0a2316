/** A chapter of a sound file. */
export interface Chapter {
  title: string;
  beginMs: number;
  endMs: number;
}

/** What an ID3 tag says of a sound file. */
export interface Id3Tag {
  title: string;
  album?: string;
  artist?: string;
  publisher?: string;
  /** Four digits. */
  year?: string;
  /** ISO 639-2, three letters. */
  language?: string;
  /** “3/14”. */
  track?: string;
  rights?: string;
  comment?: string;
  cover?: { mediaType: string; body: Uint8Array; description: string };
  chapters?: readonly Chapter[];
}

/**
 * Writes an ID3v2.3 tag with chapters (CHAP and CTOC, “ID3v2 Chapter Frame Addendum” 1.0). Version 2.3 and UTF-16,
 * because fewer players read 2.4; a table of contents and a title in each chapter, because without them players
 * show none.
 */
export function writeId3(tag: Id3Tag): Uint8Array {
  const frames: Uint8Array[] = [];
  const text = (id: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') frames.push(frame(id, textBody(value)));
  };
  text('TIT2', tag.title);
  text('TALB', tag.album);
  text('TPE1', tag.artist);
  text('TPUB', tag.publisher);
  text('TYER', tag.year);
  text('TLAN', tag.language);
  text('TRCK', tag.track);
  text('TCOP', tag.rights);
  text('TCON', 'Speech');
  if (tag.comment)
    frames.push(frame('COMM', join([Uint8Array.of(1), ascii(tag.language ?? 'eng'), utf16(''), Uint8Array.of(0, 0), utf16(tag.comment)])));
  if (tag.cover) {
    frames.push(
      frame(
        'APIC',
        join([
          Uint8Array.of(1),
          ascii(`${tag.cover.mediaType}\0`),
          Uint8Array.of(3),
          utf16(tag.cover.description),
          Uint8Array.of(0, 0),
          tag.cover.body,
        ]),
      ),
    );
  }
  const chapters = tag.chapters ?? [];
  if (chapters.length > 0) {
    const ids = chapters.map((_, index) => `chp${index}`);
    // A table of contents holds at most 255 entries: longer ones are cut into parts under one root.
    const groups = Array.from({ length: Math.ceil(ids.length / 255) }, (_, index) => ids.slice(index * 255, index * 255 + 255));
    if (groups.length === 1) frames.push(contentsFrame('toc', 3, ids, tag.title));
    else {
      frames.push(
        contentsFrame(
          'toc',
          3,
          groups.map((_, index) => `toc${index}`),
          tag.title,
        ),
      );
      for (const [index, group] of groups.entries()) frames.push(contentsFrame(`toc${index}`, 1, group, tag.title));
    }
    for (const [index, chapter] of chapters.entries()) {
      frames.push(
        frame(
          'CHAP',
          join([
            ascii(`${ids[index]!}\0`),
            u32(chapter.beginMs),
            u32(chapter.endMs),
            u32(0xffffffff),
            u32(0xffffffff),
            frame('TIT2', textBody(chapter.title)),
          ]),
        ),
      );
    }
  }
  const body = join(frames);
  return join([ascii('ID3'), Uint8Array.of(3, 0, 0), synchsafe(body.length), body]);
}

function contentsFrame(id: string, flags: number, children: readonly string[], title: string): Uint8Array {
  return frame(
    'CTOC',
    join([
      ascii(`${id}\0`),
      Uint8Array.of(flags, children.length),
      ...children.map((child) => ascii(`${child}\0`)),
      frame('TIT2', textBody(title)),
    ]),
  );
}

function frame(id: string, body: Uint8Array): Uint8Array {
  return join([ascii(id), u32(body.length), Uint8Array.of(0, 0), body]);
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0x7f);
const textBody = (text: string): Uint8Array => join([Uint8Array.of(1), utf16(text)]);

/** UTF-16 with byte order mark, little-endian. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index += 1) view.setUint16(2 + index * 2, text.charCodeAt(index), true);
  return bytes;
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, Math.round(value));
  return bytes;
}

const synchsafe = (n: number): Uint8Array => Uint8Array.of((n >> 21) & 0x7f, (n >> 14) & 0x7f, (n >> 7) & 0x7f, n & 0x7f);

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
