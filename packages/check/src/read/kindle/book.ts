import { EveryreadError } from '@everyread/core';
import { unpackPalmDoc } from './palm-doc.js';

export const damaged = (reason: string): EveryreadError => new EveryreadError('document', `The book is damaged: ${reason}`);

const none = 0xffffffff;
/** More text than any book. */
const maxTextBytes = 64 * 1024 * 1024;

/** The records of a Palm database (MobileRead wiki, “PDB”). */
export function palmRecords(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length < 78) throw new EveryreadError('document', 'The file is no MOBI or AZW3 book');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (ascii(bytes, 60, 68) !== 'BOOKMOBI') throw new EveryreadError('document', 'The file is no MOBI or AZW3 book');
  const count = view.getUint16(76);
  if (bytes.length < 78 + count * 8) throw damaged('it ends inside the list of its records');
  const starts = Array.from({ length: count }, (_, index) => view.getUint32(78 + index * 8));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? bytes.length;
    if (start > end || end > bytes.length) throw damaged('it is cut short');
    return bytes.subarray(start, end);
  });
}

/** One book: a file may hold two of them, for old Kindles and for newer ones. */
export class KindleBook {
  readonly #view: DataView;
  readonly #exth = new Map<number, Uint8Array>();

  /** @param at - number of the record that the book begins with; its own numbers count from there */
  constructor(
    readonly records: readonly Uint8Array[],
    readonly at = 0,
  ) {
    const zero = this.record(0);
    if (zero.length < 232 || ascii(zero, 16, 20) !== 'MOBI') throw damaged('it has no MOBI header');
    this.#view = new DataView(zero.buffer, zero.byteOffset, zero.byteLength);
    if (this.#view.getUint16(12) !== 0) throw new EveryreadError('document', 'The book is encrypted');
    if (this.number(20) + 16 <= zero.length && (this.number(128) & 0x40) !== 0) this.readExth(16 + this.number(20));
  }

  /** 6 for old Kindles, 8 for KF8. */
  get version(): number {
    return this.number(36);
  }

  get title(): string | undefined {
    const title = this.#exth.get(503);
    if (title) return new TextDecoder().decode(title);
    const [start, length] = [this.number(84), this.number(88)];
    return new TextDecoder().decode(this.record(0).subarray(start, start + length)) || undefined;
  }

  /** BCP 47 tag. */
  get lang(): string | undefined {
    const lang = this.#exth.get(524);
    return lang && new TextDecoder().decode(lang);
  }

  /** The record with which a second book, of KF8, begins. */
  get secondBook(): number | undefined {
    const value = this.#exth.get(121);
    const at = value?.length === 4 ? new DataView(value.buffer, value.byteOffset, 4).getUint32(0) : none;
    return at === none || at === 0 ? undefined : at;
  }

  /** A number of the header; `undefined` for one that is not there. */
  place(offset: number): number | undefined {
    if (offset + 4 > this.number(20) + 16) return undefined;
    const value = this.number(offset);
    return value === none ? undefined : value;
  }

  record(number: number): Uint8Array {
    const record = this.records[this.at + number];
    if (!record) throw damaged(`it has no record ${number}`);
    return record;
  }

  /** The text, unpacked and put together. */
  text(): Uint8Array {
    const compression = this.#view.getUint16(0);
    if (compression !== 1 && compression !== 2) throw damaged(`its text is packed in a way that is not read here (${compression})`);
    const flags = this.number(20) >= 228 ? this.#view.getUint16(242) : 0;
    const length = this.number(4);
    if (length > maxTextBytes) throw damaged('its text is longer than 64 MB');
    const text = new Uint8Array(length);
    let at = 0;
    for (let number = 1; number <= this.#view.getUint16(8); number += 1) {
      const packed = withoutTrailers(this.record(number), flags);
      const part = compression === 2 ? unpackPalmDoc(packed) : packed;
      if (at + part.length > length) throw damaged('its text is longer than it says');
      text.set(part, at);
      at += part.length;
    }
    if (at !== length) throw damaged(`its text has ${at} bytes, not ${length}`);
    return text;
  }

  private number(offset: number): number {
    return this.#view.getUint32(offset);
  }

  private readExth(start: number): void {
    const zero = this.record(0);
    if (ascii(zero, start, start + 4) !== 'EXTH') throw damaged('its metadata is missing');
    const count = this.number(start + 8);
    let at = start + 12;
    for (let index = 0; index < count; index += 1) {
      if (at + 8 > zero.length) throw damaged('its metadata is cut short');
      const [type, length] = [this.number(at), this.number(at + 4)];
      if (length < 8 || at + length > zero.length) throw damaged('its metadata is cut short');
      if (!this.#exth.has(type)) this.#exth.set(type, zero.subarray(at + 8, at + length));
      at += length;
    }
  }
}

/** Takes off what stands behind the packed text of a record: the end of a letter that was cut in two, and entries with their size. */
function withoutTrailers(record: Uint8Array, flags: number): Uint8Array {
  let end = record.length;
  for (let bit = flags >> 1; bit !== 0; bit >>= 1) {
    if ((bit & 1) === 0) continue;
    let size = 0;
    for (let at = end - 1, shift = 0; at >= 0 && shift < 28; at -= 1, shift += 7) {
      size |= (record[at]! & 0x7f) << shift;
      if (record[at]! & 0x80) break;
    }
    end -= size;
  }
  if (flags & 1 && end > 0) end -= (record[end - 1]! & 3) + 1;
  if (end < 0) throw damaged('a record of its text is shorter than what stands behind it');
  return record.subarray(0, end);
}

export function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
