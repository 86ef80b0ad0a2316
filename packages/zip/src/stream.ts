import { Deflate } from 'fflate';
import { crc32 } from './crc.js';
import { isStored, type ZipOptions, type ZipStreamEntry } from './entry.js';
import { packEntry } from './pack.js';
import { centralDirectory, checkSize, dataDescriptor, dosTime, EntryNames, localHeader, type EntryRecord } from './records.js';

/**
 * Makes an archive piece by piece, for books with hours of audio: at most one entry is in memory at a time, and of an
 * entry whose body comes in chunks only the chunk. `mimetype` has to come first.
 *
 * @throws {ZipError} for unsafe or repeated paths and archives over 4 GB
 */
export async function* zipStream(
  entries: Iterable<ZipStreamEntry> | AsyncIterable<ZipStreamEntry>,
  options: ZipOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const time = dosTime(options.date);
  const names = new EntryNames();
  const records: EntryRecord[] = [];
  let offset = 0;
  const count = (part: Uint8Array): Uint8Array => {
    offset += part.length;
    checkSize(offset);
    return part;
  };
  for await (const entry of entries) {
    const named = names.add(entry.path);
    if (entry.body instanceof Uint8Array) {
      const { record, packed } = packEntry({ ...entry, body: entry.body }, named, offset);
      records.push(record);
      yield count(localHeader(record, time));
      yield count(packed);
      continue;
    }
    // The sizes are written after the data (bit 3). Such an entry must be deflated, so that a reader can find its end:
    // what is compressed already goes into stored blocks of deflate.
    const record: EntryRecord = { name: named.name, flags: named.flags | 8, method: 8, crc: 0, packedBytes: 0, bytes: 0, offset };
    records.push(record);
    yield count(localHeader(record, time));
    for await (const piece of deflatePieces(entry.body, isStored(entry), record)) yield count(piece);
    yield count(dataDescriptor(record));
  }
  yield count(centralDirectory(records, offset, time));
}

async function* deflatePieces(body: AsyncIterable<Uint8Array>, store: boolean, record: EntryRecord): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const deflate = new Deflate({ level: store ? 0 : 6 }, (piece) => made.push(piece));
  function* take(): Generator<Uint8Array> {
    for (const piece of made.splice(0)) {
      record.packedBytes += piece.length;
      if (piece.length > 0) yield piece;
    }
  }
  for await (const chunk of body) {
    record.crc = crc32(chunk, record.crc);
    record.bytes += chunk.length;
    checkSize(record.bytes);
    deflate.push(chunk);
    yield* take();
  }
  deflate.push(new Uint8Array(0), true);
  yield* take();
}
