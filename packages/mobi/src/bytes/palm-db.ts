import { EveryreadError } from '@everyread/core';
import { ByteWriter } from './byte-writer.js';

/**
 * Puts records into a Palm database, piece by piece: a book of many pictures is not held twice.
 *
 * @param name - shown by old devices; cut to 31 ASCII characters
 * @param date - stands for all three times, in UTC
 * @throws {EveryreadError} code `engine`, when there are more records than the format can count
 */
export function makePalmDatabase(name: string, date: Date, records: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  if (records.length > 0xffff) {
    throw new EveryreadError('engine', `The book would have ${records.length} records; a Kindle book holds 65535`, {
      hint: 'Split the report.',
    });
  }
  return piecesOf(makeHead(name, date, records), records);
}

/** Small records are handed on together, for each piece is a call to write. */
const pieceBytes = 65_536;

async function* piecesOf(head: ByteWriter, records: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  let piece = head;
  for (const record of records) {
    if (piece.length > 0 && piece.length + record.length > pieceBytes) {
      yield await Promise.resolve(piece.finish());
      piece = new ByteWriter();
    }
    if (record.length > pieceBytes) yield record;
    else piece.bytes(record);
  }
  if (piece.length > 0) yield piece.finish();
}

function makeHead(name: string, date: Date, records: readonly Uint8Array[]): ByteWriter {
  const out = new ByteWriter();
  const seconds = Math.max(0, Math.floor(date.getTime() / 1000));
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]+/g, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .slice(0, 31);
  out.text(ascii || 'book').zeros(32 - (ascii || 'book').length);
  out.u16(0, 0).u32(seconds, seconds, 0, 0, 0, 0).text('BOOKMOBI');
  out.u32(2 * records.length - 1, 0).u16(records.length);
  let offset = 78 + 8 * records.length + 2;
  records.forEach((record, index) => {
    out.u32(offset, 2 * index);
    offset += record.length;
  });
  return out.u16(0);
}
