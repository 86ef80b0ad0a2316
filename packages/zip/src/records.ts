import { ZipError } from './error.js';
import { checkPath } from './path.js';

/** The largest size and offset of an archive without ZIP64; the value above marks ZIP64. */
const largest = 0xfffffffe;
const mostEntries = 0xfffe;

/** What the central directory says of one entry. */
export interface EntryRecord {
  name: Uint8Array;
  /** General purpose bits: 3 sizes follow the data, 11 the name is UTF-8. */
  flags: number;
  method: 0 | 8;
  crc: number;
  packedBytes: number;
  bytes: number;
  offset: number;
}

/** DOS date and time of a moment in UTC, so that the zone of the machine does not show. */
export function dosTime(date: Date): number {
  const year = date.getUTCFullYear();
  if (!(year >= 1980)) return (1 << 21) | (1 << 16);
  if (year > 2107) return ((127 << 25) | (12 << 21) | (31 << 16) | (23 << 11) | (59 << 5) | 29) >>> 0;
  return (
    (((year - 1980) << 25) |
      ((date.getUTCMonth() + 1) << 21) |
      (date.getUTCDate() << 16) |
      (date.getUTCHours() << 11) |
      (date.getUTCMinutes() << 5) |
      (date.getUTCSeconds() >> 1)) >>>
    0
  );
}

/** Local file header (APPNOTE 4.3.7). */
export function localHeader(entry: EntryRecord, time: number): Uint8Array {
  const out = new Uint8Array(30 + entry.name.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x04034b50, true);
  writeCommon(view, 4, entry, time);
  out.set(entry.name, 30);
  return out;
}

/** Data descriptor (APPNOTE 4.3.9), after a body whose size was not known before. */
export function dataDescriptor(entry: EntryRecord): Uint8Array {
  const out = new Uint8Array(16);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x08074b50, true);
  view.setUint32(4, entry.crc, true);
  view.setUint32(8, entry.packedBytes, true);
  view.setUint32(12, entry.bytes, true);
  return out;
}

/** Central directory and its end record (APPNOTE 4.3.12, 4.3.16). */
export function centralDirectory(entries: readonly EntryRecord[], offset: number, time: number): Uint8Array {
  const length = entries.reduce((sum, entry) => sum + 46 + entry.name.length, 0);
  const out = new Uint8Array(length + 22);
  const view = new DataView(out.buffer);
  let at = 0;
  for (const entry of entries) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, entry, time, true);
    view.setUint32(at + 42, entry.offset, true);
    out.set(entry.name, at + 46);
    at += 46 + entry.name.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, length, true);
  view.setUint32(at + 16, offset, true);
  checkSize(offset + length + 22);
  return out;
}

function writeCommon(view: DataView, at: number, entry: EntryRecord, time: number, central = false): void {
  const later = !central && (entry.flags & 8) !== 0;
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, time, true);
  view.setUint32(at + 10, later ? 0 : entry.crc, true);
  view.setUint32(at + 14, later ? 0 : entry.packedBytes, true);
  view.setUint32(at + 18, later ? 0 : entry.bytes, true);
  view.setUint16(at + 22, entry.name.length, true);
}

/** Refuses what only ZIP64 could hold. */
export function checkSize(bytes: number): void {
  if (bytes <= largest) return;
  throw new ZipError('zip-too-big', 'The archive would be larger than 4 GB', 'Split it, or leave large files such as audio out of it.');
}

const encoder = new TextEncoder();

/** Names seen so far: refuses unsafe paths and those that differ only by case, which some systems take for one file. */
export class EntryNames {
  readonly #seen = new Map<string, string>();

  /** @returns the path in UTF-8 and the flags that say so */
  add(path: string): { name: Uint8Array; flags: number } {
    checkPath(path);
    // EPUB OCF 4.2.3: names must be unique after case folding and NFC.
    const key = path.normalize('NFC').toLowerCase();
    const other = this.#seen.get(key);
    if (other !== undefined) {
      throw new ZipError(
        'zip-duplicate',
        `Two files of the archive have the same name: ${other} and ${path}`,
        'Give one of them another name; names that differ only in capitals count as the same.',
      );
    }
    if (path === 'mimetype' && this.#seen.size > 0) {
      throw new ZipError('zip-path', 'The entry `mimetype` is not the first of the archive', 'Put it first (EPUB OCF 4.2.2).');
    }
    this.#seen.set(key, path);
    if (this.#seen.size > mostEntries) {
      throw new ZipError('zip-too-big', `The archive would have more than ${mostEntries} files`, 'Split it.');
    }
    const name = encoder.encode(path);
    return { name, flags: name.length === path.length ? 0 : 0x800 };
  }
}
