import { joinBytes } from './byte-writer.js';
import { compressPalmDoc } from './palm-doc.js';
import { backwardVarint } from './varint.js';

/** Uncompressed bytes of every text record but the last: a Kindle reckons positions by it. */
export const textRecordBytes = 4096;

/** Flags of record 0 at 240: a character cut in two is completed (1), and each record tells its index entries (2). */
export const extraDataFlags = 3;

/**
 * Cuts text into compressed records. A UTF-8 character that straddles a cut is completed after the
 * compressed bytes, and the next record begins inside it again.
 *
 * @param indexing - the index bytes of each record, by number from 0: see `trailing-index.ts`
 */
export function makeTextRecords(text: Uint8Array, indexing: (record: number) => Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let start = 0; start < text.length || start === 0; start += textRecordBytes) {
    const end = Math.min(start + textRecordBytes, text.length);
    let overlap = 0;
    while (end + overlap < text.length && overlap < 3 && (text[end + overlap]! & 0xc0) === 0x80) overlap += 1;
    const index = indexing(records.length);
    records.push(
      joinBytes([
        compressPalmDoc(text.subarray(start, end)),
        text.subarray(end, end + overlap),
        Uint8Array.of(overlap),
        index,
        sizeOfTrailer(index.length),
      ]),
    );
  }
  return records;
}

/** The size counts itself. */
function sizeOfTrailer(length: number): Uint8Array {
  let size = backwardVarint(length + 1);
  while (size.length + length !== valueOf(size)) size = backwardVarint(length + size.length);
  return size;
}

const valueOf = (varint: Uint8Array): number => varint.reduce((value, byte) => (value << 7) | (byte & 0x7f), 0);

/** The length of a record's compressed text, its trailing entries taken off. */
export function strippedLength(record: Uint8Array): number {
  let size = 0;
  for (let at = record.length - 1, shift = 0; at >= 0 && shift < 28; at -= 1, shift += 7) {
    size |= (record[at]! & 0x7f) << shift;
    if (record[at]! & 0x80) break;
  }
  const rest = record.length - size;
  return rest - ((record[rest - 1]! & 3) + 1);
}
