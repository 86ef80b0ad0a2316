import { decompressPalmDoc } from '@everyread/mobi';
import type { Damage } from './damages.js';

type Change = readonly [pattern: string | RegExp, replacement: string];

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Replaces what keeps its length, filled up with blanks: Kindles count bytes. */
function spoilText(name: string, text: string, changes: readonly Change[]): string {
  return changes.reduce(
    (before, [pattern, replacement]) =>
      before.replace(pattern, (match: string, ...groups: unknown[]) => {
        const put = replacement.replace(/\$(\d)/g, (_, n: string) => String(groups[Number(n) - 1]));
        if (put.length > match.length) throw new Error(`The damage “${name}” makes the text longer`);
        return put.padEnd(match.length);
      }),
    text,
  );
}

/** A damage to the text of the books of a file: of the first, of KF8, or of each. The text is stored again without packing. */
export const inBook = (name: string, rule: Damage['rule'], ...changes: Change[]): Damage => ({
  name,
  rule,
  spoil(bytes) {
    const records = recordsOf(bytes);
    let touched = false;
    for (const [at, zero] of records.entries()) {
      if (latin(zero.subarray(16, 20)) !== 'MOBI') continue;
      const count = zero.readUInt16BE(8);
      const packed = records.slice(at + 1, at + 1 + count);
      const before = packed.map((record) => latin(decompressPalmDoc(withoutTrailers(record)))).join('');
      const after = spoilText(name, before, changes);
      if (after === before) continue;
      touched = true;
      for (let index = 0; index < count; index += 1) records[at + 1 + index] = bytesOf(after.slice(index * 4096, (index + 1) * 4096));
      zero.writeUInt16BE(1, 0);
      zero.writeUInt16BE(0, 242);
    }
    if (!touched) throw new Error(`The damage “${name}” touches nothing`);
    return database(bytes, records);
  },
});

/** A damage to the bytes outside the text: metadata and contents. */
export const inRecords = (name: string, rule: Damage['rule'], ...changes: Change[]): Damage => ({
  name,
  rule,
  spoil(bytes) {
    const before = latin(bytes);
    const after = spoilText(name, before, changes);
    if (after === before) throw new Error(`The damage “${name}” touches nothing`);
    return new Uint8Array(bytesOf(after));
  },
});

function recordsOf(bytes: Uint8Array): Buffer[] {
  const file = Buffer.from(bytes);
  const count = file.readUInt16BE(76);
  const starts = Array.from({ length: count }, (_, index) => file.readUInt32BE(78 + index * 8));
  return starts.map((start, index) => file.subarray(start, starts[index + 1] ?? file.length));
}

function withoutTrailers(record: Buffer): Buffer {
  const size = record.at(-1)! & 0x7f;
  if (record.at(-1)! < 0x80) throw new Error('The trailer is longer than the test expects');
  const rest = record.length - size;
  return record.subarray(0, rest - ((record[rest - 1]! & 3) + 1));
}

function database(bytes: Uint8Array, records: readonly Buffer[]): Uint8Array {
  const head = Buffer.from(bytes.subarray(0, 80 + records.length * 8));
  let at = head.length;
  records.forEach((record, index) => {
    head.writeUInt32BE(at, 78 + index * 8);
    at += record.length;
  });
  return new Uint8Array(Buffer.concat([head, ...records]));
}
