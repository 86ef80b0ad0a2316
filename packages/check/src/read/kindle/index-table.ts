import { ascii, damaged, type KindleBook } from './book.js';

/** One entry of an index: its label, and the numbers of each tag. */
export interface IndexEntry {
  readonly label: string;
  readonly tags: ReadonlyMap<number, readonly number[]>;
}

/** An index with the texts that its entries point at. */
export interface IndexTable {
  readonly entries: readonly IndexEntry[];
  text(place: number): string;
}

interface TagRow {
  tag: number;
  width: number;
  mask: number;
  ends: boolean;
}

const maxEntries = 100_000;

/** Reads an index: its header record, the records of entries, those of texts (MobileRead wiki, “MOBI”, INDX). */
export function readIndex(book: KindleBook, at: number): IndexTable {
  const header = book.record(at);
  const records = u32(header, 24);
  const texts = u32(header, 52);
  const rows = tagRows(header);
  const entries: IndexEntry[] = [];
  for (let number = 1; number <= records; number += 1) {
    const record = book.record(at + number);
    if (ascii(record, 0, 4) !== 'INDX') throw damaged('an index has a record that is none');
    const [places, count] = [u32(record, 20), u32(record, 24)];
    if (ascii(record, places, places + 4) !== 'IDXT' || entries.length + count > maxEntries) throw damaged('an index can’t be read');
    for (let index = 0; index < count; index += 1) entries.push(readEntry(record, u16(record, places + 4 + index * 2), rows));
  }
  return {
    entries,
    text(place) {
      const number = Math.floor(place / 0x10000);
      if (number >= texts) throw damaged('an index points at a text that is not there');
      const record = book.record(at + records + 1 + number);
      const { value, next } = varint(record, place % 0x10000);
      return new TextDecoder().decode(record.subarray(next, next + value));
    },
  };
}

function tagRows(header: Uint8Array): TagRow[] {
  const start = u32(header, 4);
  if (ascii(header, 0, 4) !== 'INDX' || ascii(header, start, start + 4) !== 'TAGX') throw damaged('an index has no header');
  const rows: TagRow[] = [];
  for (let at = start + 12; at + 4 <= start + u32(header, start + 4); at += 4)
    rows.push({ tag: header[at] ?? 0, width: header[at + 1] ?? 0, mask: header[at + 2] ?? 0, ends: header[at + 3] === 1 });
  return rows;
}

function readEntry(record: Uint8Array, start: number, rows: readonly TagRow[]): IndexEntry {
  const length = record[start] ?? 0;
  const label = ascii(record, start + 1, start + 1 + length);
  let control = start + 1 + length;
  let at = control + Math.max(1, rows.filter((row) => row.ends).length);
  const wanted: { row: TagRow; values?: number; bytes?: number }[] = [];
  for (const row of rows) {
    if (row.ends) {
      control += 1;
      continue;
    }
    const bits = (record[control] ?? 0) & row.mask;
    if (bits === 0) continue;
    const lowest = row.mask & -row.mask;
    // All bits of a wide mask say that the number of bytes follows.
    if (bits === row.mask && row.mask !== lowest) {
      const { value, next } = varint(record, at);
      at = next;
      wanted.push({ row, bytes: value });
    } else wanted.push({ row, values: bits / lowest });
  }
  const tags = new Map<number, number[]>();
  for (const { row, values, bytes } of wanted) {
    const numbers: number[] = [];
    const end = bytes === undefined ? Infinity : at + bytes;
    for (let left = (values ?? Infinity) * row.width; left > 0 && at < end && at < record.length; left -= 1) {
      const { value, next } = varint(record, at);
      numbers.push(value);
      at = next;
    }
    tags.set(row.tag, numbers);
  }
  return { label, tags };
}

/** Seven bits a byte; the last has its high bit set. */
function varint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 4; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw damaged('a number of an index is cut short');
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) return { value, next: at + index + 1 };
  }
  throw damaged('a number of an index does not end');
}

function u32(bytes: Uint8Array, at: number): number {
  if (at + 4 > bytes.length) throw damaged('an index is cut short');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

function u16(bytes: Uint8Array, at: number): number {
  if (at + 2 > bytes.length) throw damaged('an index is cut short');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(at);
}
