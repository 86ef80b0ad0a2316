import { decompressPalmDoc } from '@everyread/mobi';
import { strippedLength } from '../src/bytes/text-records.js';

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** One half of a Kindle book, read by the published layout and nothing of the writer but the decompressor. */
export interface ReadBook {
  records: Uint8Array[];
  version: number;
  text: Uint8Array;
  exth: Map<number, Uint8Array[]>;
  locale: number;
  title: string;
  header: DataView;
}

export function readRecords(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (ascii(file.subarray(60, 68)) !== 'BOOKMOBI') throw new Error('no Kindle book');
  const count = view.getUint16(76);
  const offsets = Array.from({ length: count }, (_, index) => view.getUint32(78 + 8 * index));
  return offsets.map((offset, index) => file.subarray(offset, offsets[index + 1] ?? file.length));
}

/** Both halves of a MOBI: the book for the oldest Kindles, and KF8. */
export function readHalves(file: Uint8Array): [ReadBook, ReadBook] {
  const records = readRecords(file);
  const boundary = records.findIndex((record) => record.length === 8 && ascii(record) === 'BOUNDARY');
  return [readBook(records), readBook(records, boundary + 1)];
}

export function readBook(all: readonly Uint8Array[], first = 0): ReadBook {
  const records = all.slice(first);
  const zero = records[0]!;
  const header = new DataView(zero.buffer, zero.byteOffset, zero.byteLength);
  const parts: Uint8Array[] = [];
  for (let index = 1; index <= header.getUint16(8); index += 1) {
    const record = records[index]!;
    parts.push(decompressPalmDoc(record.subarray(0, strippedLength(record))));
  }
  const text = Uint8Array.from(parts.flatMap((part) => [...part]));
  const exth = new Map<number, Uint8Array[]>();
  let at = 16 + header.getUint32(20);
  if (ascii(zero.subarray(at, at + 4)) !== 'EXTH') throw new Error('no EXTH');
  const count = header.getUint32(at + 8);
  at += 12;
  for (let index = 0; index < count; index += 1) {
    const type = header.getUint32(at);
    const length = header.getUint32(at + 4);
    exth.set(type, [...(exth.get(type) ?? []), zero.subarray(at + 8, at + length)]);
    at += length;
  }
  const titleAt = header.getUint32(84);
  return {
    records,
    version: header.getUint32(36),
    text,
    exth,
    locale: header.getUint32(92),
    title: new TextDecoder().decode(zero.subarray(titleAt, titleAt + header.getUint32(88))),
    header,
  };
}

/** One entry of an index: its label and its numbers by tag. */
export interface ReadEntry {
  label: string;
  values: Map<number, number[]>;
}

export function readIndex(records: readonly Uint8Array[], at: number): { entries: ReadEntry[]; texts: (place: number) => string } {
  const head = records[at]!;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const tagx = view.getUint32(180);
  const rows: [number, number, number][] = [];
  for (let row = tagx + 12; head[row + 3] !== 1; row += 4) rows.push([head[row]!, head[row + 1]!, head[row + 2]!]);
  const groups = view.getUint32(24);
  const entries: ReadEntry[] = [];
  for (let group = 1; group <= groups; group += 1) {
    const record = records[at + group]!;
    const data = new DataView(record.buffer, record.byteOffset, record.byteLength);
    const idxt = data.getUint32(20);
    for (let index = 0; index < data.getUint32(24); index += 1) entries.push(readEntry(record, data.getUint16(idxt + 4 + 2 * index), rows));
  }
  const cncx = records.slice(at + 1 + groups, at + 1 + groups + view.getUint32(52));
  return {
    entries,
    texts(place) {
      const record = cncx[Math.floor(place / 0x10000)]!;
      const [length, start] = varint(record, place % 0x10000);
      return new TextDecoder().decode(record.subarray(start, start + length));
    },
  };
}

function readEntry(record: Uint8Array, start: number, rows: readonly [number, number, number][]): ReadEntry {
  const length = record[start]!;
  const label = ascii(record.subarray(start + 1, start + 1 + length));
  const control = record[start + 1 + length]!;
  let at = start + 2 + length;
  const values = new Map<number, number[]>();
  for (const [tag, width, mask] of rows) {
    const numbers: number[] = [];
    for (let left = ((control & mask) / (mask & -mask)) * width; left > 0; left -= 1) {
      const [value, next] = varint(record, at);
      numbers.push(value);
      at = next;
    }
    if (numbers.length > 0) values.set(tag, numbers);
  }
  return { label, values };
}

function varint(bytes: Uint8Array, start: number): [number, number] {
  let value = 0;
  for (let at = start; ; at += 1) {
    value = value * 128 + (bytes[at]! & 0x7f);
    if (bytes[at]! & 0x80) return [value, at + 1];
  }
}
