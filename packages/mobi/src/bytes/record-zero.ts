import { ByteWriter, utf8 } from './byte-writer.js';
import { makeExth, type ExthRecord } from './exth.js';
import { extraDataFlags, textRecordBytes } from './text-records.js';
import { localeOf } from './locale.js';

const none = 0xffffffff;

/** What record 0 says. Record numbers count from this record 0. */
export interface RecordZeroInput {
  version: 6 | 8;
  title: string;
  lang: string;
  /** Any number that stays the same for the book. */
  uniqueId: number;
  textBytes: number;
  textRecords: number;
  firstImage: number;
  /** Last record that holds content. */
  lastContent: number;
  flis: number;
  fcis: number;
  ncx?: number;
  exth: readonly ExthRecord[];
  /** MOBI 6: a KF8 part follows. */
  hybrid?: boolean;
  kf8?: { fdst: number; flows: number; fragments: number; skeletons: number; guide?: number };
}

/** Makes record 0: the PalmDOC header, the MOBI header, EXTH and the full title (MobileRead wiki, “MOBI”). */
export function makeRecordZero(input: RecordZeroInput): Uint8Array {
  const { version, kf8 } = input;
  const headerBytes = version === 8 ? 264 : 232;
  const exth = makeExth(input.exth);
  const title = utf8(input.title);
  const out = new ByteWriter();
  out.u16(2, 0).u32(input.textBytes).u16(input.textRecords, textRecordBytes, 0, 0);
  out.text('MOBI').u32(headerBytes, 2, 65001, input.uniqueId, version);
  for (let index = 0; index < 10; index += 1) out.u32(none);
  out.u32(input.textRecords + 1, 16 + headerBytes + exth.length, title.length);
  out.u32(localeOf(input.lang), 0, 0, version, input.firstImage);
  out.u32(0, 0, 0, 0, input.hybrid ? 0x850 : 0x50).zeros(32);
  // No DRM (164–176), then nothing up to 192.
  out.u32(none, none, 0, 0).zeros(12);
  if (kf8) out.u32(kf8.fdst, kf8.flows);
  else out.u16(1, input.lastContent).u32(1);
  out.u32(input.fcis, 1, input.flis, 1, 0, 0, none, 0, none, none);
  out.u32(extraDataFlags, input.ncx ?? none);
  if (kf8) out.u32(kf8.fragments, kf8.skeletons, none, kf8.guide ?? none, none, 0, none, 0);
  out.bytes(exth).bytes(title);
  // Old readers look for room after the title, where DRM would stand.
  return out.zeros(1024).align(4).finish();
}
