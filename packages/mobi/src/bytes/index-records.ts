import { ByteWriter, joinBytes, utf8 } from './byte-writer.js';
import { forwardVarint } from './varint.js';

/** One kind of value of an index. `mask` is its place in the control byte; several bits hold a count. */
export interface TagRow {
  tag: number;
  /** Numbers in one value. */
  values: number;
  mask: number;
}

/** One entry of an index: its label and the numbers for each tag, in the order of the rows. */
export interface IndexEntry {
  label: string;
  values: Readonly<Record<number, readonly number[] | undefined>>;
}

/** A record must stay under 64 KB: offsets inside it have 16 bits. */
const mostBytes = 0xf000;

/** Texts that index entries point at, cut into records. */
export class Cncx {
  #records: ByteWriter[] = [];
  readonly #known = new Map<string, number>();

  /** @returns the place of the text: record × 65536 + offset */
  add(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const bytes = shorten(utf8(text), 1000);
    const entry = joinBytes([forwardVarint(bytes.length), bytes]);
    if (this.#records.length === 0 || this.#records.at(-1)!.length + entry.length > mostBytes) this.#records.push(new ByteWriter());
    const record = this.#records.at(-1)!;
    const place = (this.#records.length - 1) * 0x10000 + record.length;
    record.bytes(entry);
    this.#known.set(text, place);
    return place;
  }

  records(): Uint8Array[] {
    return this.#records.map((record) => record.align(4).finish());
  }
}

/** Cuts at a character. */
function shorten(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  let end = most;
  while ((bytes[end]! & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

/** Makes the records of an index: the header, the entries, the texts. The entries must be sorted by label. */
export function makeIndex(rows: readonly TagRow[], entries: readonly IndexEntry[], cncx: Cncx = new Cncx()): Uint8Array[] {
  const groups: Uint8Array[][] = [[]];
  let length = 0;
  for (const entry of entries) {
    const bytes = encodeEntry(rows, entry);
    if (length + bytes.length + 2 > mostBytes - 200) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)!.push(bytes);
    length += bytes.length + 2;
  }
  const texts = cncx.records();
  let at = 0;
  const lasts = groups.map((group) => {
    at += group.length;
    return { label: entries[at - 1]?.label ?? '', count: group.length };
  });
  return [indexHeader(rows, lasts, entries.length, texts.length), ...groups.map(dataRecord), ...texts];
}

function encodeEntry(rows: readonly TagRow[], entry: IndexEntry): Uint8Array {
  let control = 0;
  const values: Uint8Array[] = [];
  for (const { tag, values: width, mask } of rows) {
    const numbers = entry.values[tag];
    if (numbers === undefined) continue;
    control |= (numbers.length / width) * (mask & -mask);
    for (const number of numbers) values.push(forwardVarint(number));
  }
  const label = utf8(entry.label);
  return joinBytes([Uint8Array.of(label.length), label, Uint8Array.of(control), ...values]);
}

/** The 192 bytes that header and data records begin with. */
function commonHeader(): ByteWriter {
  return new ByteWriter().text('INDX').u32(192).zeros(184);
}

function indexHeader(
  rows: readonly TagRow[],
  groups: readonly { label: string; count: number }[],
  total: number,
  texts: number,
): Uint8Array {
  const out = commonHeader();
  out.text('TAGX').u32(12 + 4 * (rows.length + 1), 1);
  for (const { tag, values, mask } of rows) out.u8(tag, values, mask, 0);
  out.u8(0, 0, 0, 1);
  const offsets: number[] = [];
  for (const { label, count } of groups) {
    const bytes = utf8(label);
    offsets.push(out.length);
    out.u8(bytes.length).bytes(bytes).u16(count);
  }
  out.align(4);
  const idxt = out.length;
  out
    .text('IDXT')
    .u16(...offsets)
    .align(4);
  out.setU32(16, 2).setU32(20, idxt).setU32(24, groups.length).setU32(28, 65001).setU32(32, 0xffffffff);
  return out.setU32(36, total).setU32(52, texts).setU32(180, 192).finish();
}

function dataRecord(entries: readonly Uint8Array[]): Uint8Array {
  const out = commonHeader();
  const offsets: number[] = [];
  for (const entry of entries) {
    offsets.push(out.length);
    out.bytes(entry);
  }
  out.align(4);
  const idxt = out.length;
  out
    .text('IDXT')
    .u16(...offsets)
    .align(4);
  return out.setU32(12, 1).setU32(20, idxt).setU32(24, entries.length).setU32(28, 0xffffffff).setU32(32, 0xffffffff).finish();
}
