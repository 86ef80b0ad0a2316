import { packEntry } from './pack.js';
import type { ZipEntry, ZipOptions } from './entry.js';
import { centralDirectory, checkSize, dosTime, EntryNames, localHeader, type EntryRecord } from './records.js';

/**
 * Makes an archive in memory. The same entries and date give the same bytes on every machine, in every time zone.
 * An entry named `mimetype` is put first, as EPUB asks.
 *
 * @throws {ZipError} for unsafe or repeated paths and archives over 4 GB
 */
export function zipFiles(entries: readonly ZipEntry[], options: ZipOptions): Uint8Array {
  const time = dosTime(options.date);
  const names = new EntryNames();
  const records: EntryRecord[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    offset += part.length;
    checkSize(offset);
  };
  for (const entry of [...entries].sort((a, b) => Number(b.path === 'mimetype') - Number(a.path === 'mimetype'))) {
    const { record, packed } = packEntry(entry, names.add(entry.path), offset);
    records.push(record);
    add(localHeader(record, time));
    add(packed);
  }
  add(centralDirectory(records, offset, time));
  const out = new Uint8Array(offset);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
