import { ByteWriter, utf8 } from './byte-writer.js';

/** The metadata that readers show, by its number (MobileRead wiki, “EXTH”). */
export const exthTypes = {
  author: 100,
  publisher: 101,
  description: 103,
  isbn: 104,
  subject: 105,
  published: 106,
  contributor: 108,
  rights: 109,
  source: 112,
  asin: 113,
  startReading: 116,
  kf8Boundary: 121,
  resources: 125,
  coverUri: 129,
  unknown131: 131,
  cover: 201,
  thumbnail: 202,
  fakeCover: 203,
  creatorSoftware: 204,
  creatorMajor: 205,
  creatorMinor: 206,
  creatorBuild: 207,
  /** 0: text-to-speech is allowed. */
  speechForbidden: 404,
  kind: 501,
  title: 503,
  language: 524,
  writingMode: 525,
  pageDirection: 527,
} as const;

/** One record of metadata; a number is written in four bytes. */
export interface ExthRecord {
  type: keyof typeof exthTypes;
  value: string | number | Uint8Array;
}

/** Makes the EXTH block, padded to four bytes. */
export function makeExth(records: readonly ExthRecord[]): Uint8Array {
  const body = new ByteWriter();
  for (const { type, value } of records) {
    const data = typeof value === 'string' ? utf8(value) : typeof value === 'number' ? new ByteWriter().u32(value).finish() : value;
    body.u32(exthTypes[type], data.length + 8).bytes(data);
  }
  const length = body.length;
  const out = new ByteWriter()
    .text('EXTH')
    .u32(12 + length, records.length)
    .bytes(body.finish());
  return out.align(4).finish();
}
