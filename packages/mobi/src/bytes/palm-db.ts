import { EveryreadError } from '@everyread/core';
import { ByteWriter } from './byte-writer.js';

/**
 * Puts records into a Palm database.
 *
 * @param name - shown by old devices; cut to 31 ASCII characters
 * @param date - stands for all three times, in UTC
 */
export function makePalmDatabase(name: string, date: Date, records: readonly Uint8Array[]): Uint8Array {
  if (records.length > 0xffff) {
    throw new EveryreadError('engine', `The book would have ${records.length} records; a Kindle book holds 65535`, {
      hint: 'Split the report.',
    });
  }
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
  out.u16(0);
  for (const record of records) out.bytes(record);
  return out.finish();
}
