import { ByteWriter } from './byte-writer.js';

/** FLIS: the same in every book. */
export const flisRecord = (): Uint8Array =>
  new ByteWriter().text('FLIS').u32(8).u16(65, 0).u32(0, 0xffffffff).u16(1, 3).u32(3, 1, 0xffffffff).finish();

/** FCIS tells the length of the text; KF8's has one more section. */
export function fcisRecord(textBytes: number, version: 6 | 8): Uint8Array {
  const out = new ByteWriter().text('FCIS');
  if (version === 6) out.u32(20, 16, 1, 0, textBytes, 0, 32, 8).u16(1, 1).u32(0);
  else out.u32(20, 16, 2, 0, textBytes, 0, 40, 0, 40, 8).u16(1, 1).u32(0);
  return out.finish();
}

/** Marks the end of the book. */
export const endRecord = (): Uint8Array => Uint8Array.of(0xe9, 0x8e, 0x0d, 0x0a);

/** Parts MOBI 6 and KF8 in a hybrid. */
export const boundaryRecord = (): Uint8Array => new ByteWriter().text('BOUNDARY').finish();

/** FDST: where each flow of a KF8 text begins and ends. */
export function fdstRecord(flowBytes: readonly number[]): Uint8Array {
  const out = new ByteWriter().text('FDST').u32(12, flowBytes.length);
  let at = 0;
  for (const length of flowBytes) {
    out.u32(at, at + length);
    at += length;
  }
  return out.finish();
}
