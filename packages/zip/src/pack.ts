import { deflateSync } from 'fflate';
import { crc32 } from './crc.js';
import { isStored, type ZipEntry } from './entry.js';
import { checkSize, type EntryRecord } from './records.js';

/** Compresses one body whose size is known, unless that would make it larger. */
export function packEntry(
  entry: ZipEntry,
  named: { name: Uint8Array; flags: number },
  offset: number,
): { record: EntryRecord; packed: Uint8Array } {
  checkSize(entry.body.length);
  const deflated = isStored(entry) ? undefined : deflateSync(entry.body, { level: 6 });
  const smaller = deflated !== undefined && deflated.length < entry.body.length;
  const packed = smaller ? deflated : entry.body;
  const record: EntryRecord = {
    ...named,
    method: smaller ? 8 : 0,
    crc: crc32(entry.body),
    packedBytes: packed.length,
    bytes: entry.body.length,
    offset,
  };
  return { record, packed };
}
