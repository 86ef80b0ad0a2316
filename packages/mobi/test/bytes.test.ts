import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectBytes, EveryreadError } from '@everyread/core';
import { compressPalmDoc, decompressPalmDoc } from '@everyread/mobi';
import { Cncx, makeIndex } from '../src/bytes/index-records.js';
import { makePalmDatabase } from '../src/bytes/palm-db.js';
import { makeTextRecords, strippedLength, textRecordBytes } from '../src/bytes/text-records.js';
import { flatIndexing, nestedIndexing } from '../src/bytes/trailing-index.js';
import { backwardVarint, forwardVarint } from '../src/bytes/varint.js';
import { localeOf } from '../src/bytes/locale.js';
import { readIndex, readRecords } from './read-back.js';

const none = (): Uint8Array => new Uint8Array(0);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('PalmDOC compression', () => {
  const roundTrip = (input: Uint8Array): void => {
    const packed = compressPalmDoc(input);
    expect(decompressPalmDoc(packed)).toEqual(Uint8Array.from(input));
  };

  it('gives back random bytes, repeats and text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4096 }), roundTrip));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, 8, 9, 32, 65, 128, 200, 255), { maxLength: 4096 }), (list) =>
        roundTrip(Uint8Array.from(list)),
      ),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 800 }), (text) => roundTrip(bytes(`${text} ${text}`).subarray(0, 4096))));
  });

  it('gives back what is empty, and the edges of a record', () => {
    for (const length of [0, 1, 2, 3, 8, 9, 2047, 2048, 2050, 4095, 4096]) {
      roundTrip(new Uint8Array(length));
      roundTrip(Uint8Array.from({ length }, (_, index) => (index * 7919) & 0xff));
    }
  });

  it('makes text much smaller', () => {
    expect(compressPalmDoc(bytes('the people and the place '.repeat(160))).length).toBeLessThan(1000);
  });

  it('refuses damaged data instead of reading outside it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (input) => {
        try {
          decompressPalmDoc(input);
        } catch (error) {
          expect(error).toBeInstanceOf(EveryreadError);
        }
      }),
    );
    expect(() => decompressPalmDoc(Uint8Array.of(0x80, 0x08))).toThrow(EveryreadError);
  });
});

describe('text records', () => {
  const read = (records: readonly Uint8Array[]): Uint8Array =>
    Uint8Array.from(records.flatMap((record) => [...decompressPalmDoc(record.subarray(0, strippedLength(record)))]));

  it('hold 4096 bytes each and give the text back, characters on the cut too', () => {
    for (const lead of ['', 'a', 'ab', 'abc']) {
      for (const sign of ['é', '年', '🎉']) {
        const text = bytes(lead + sign.repeat(5000));
        const records = makeTextRecords(text, none);
        expect(records).toHaveLength(Math.ceil(text.length / textRecordBytes));
        expect(read(records)).toEqual(text);
      }
    }
  });

  it('complete the character that is cut, so that each record can be shown alone', () => {
    const text = bytes(`a${'🎉'.repeat(2000)}`);
    makeTextRecords(text, none).forEach((record, index) => {
      const length = strippedLength(record);
      const overlap = record[record.length - 2]! & 3;
      const own = decompressPalmDoc(record.subarray(0, length));
      const shown = Uint8Array.from([...own, ...record.subarray(length, length + overlap)]);
      const skip = index === 0 ? 0 : (4 - ((index * textRecordBytes - 1) % 4)) % 4;
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(shown.subarray(skip))).not.toThrow();
    });
  });

  it('give back any text at the edges, whatever the index bytes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4090, max: 4100 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.uint8Array({ maxLength: 300 }),
        (length, tail, index) => {
          const text = bytes('x'.repeat(length) + tail);
          expect(read(makeTextRecords(text, () => index))).toEqual(text);
        },
      ),
    );
  });
});

describe('numbers', () => {
  it('are written in seven bits a byte', () => {
    expect([...forwardVarint(0x11111)]).toEqual([0x04, 0x22, 0x91]);
    expect([...backwardVarint(0x11111)]).toEqual([0x84, 0x22, 0x11]);
    expect([...forwardVarint(0)]).toEqual([0x80]);
  });
});

describe('indexes', () => {
  it('are read back over more than one record, texts too', () => {
    const cncx = new Cncx();
    const total = 4000;
    const entries = Array.from({ length: total }, (_, index) => ({
      label: String(index).padStart(10, '0'),
      values: { 1: [index * 100_000], 3: [cncx.add(`Heading ${index} – ${'long '.repeat(8)}`)], 6: [index, index * 2] },
    }));
    const rows = [
      { tag: 1, values: 1, mask: 1 },
      { tag: 3, values: 1, mask: 4 },
      { tag: 6, values: 2, mask: 8 },
    ];
    const records = makeIndex(rows, entries, cncx);
    for (const record of records) expect(record.length).toBeLessThan(0x10000);
    expect(records.length).toBeGreaterThan(4);
    const back = readIndex(records, 0);
    expect(back.entries).toHaveLength(total);
    back.entries.forEach((entry, index) => {
      expect(entry.label).toBe(entries[index]!.label);
      expect(entry.values.get(1)).toEqual([index * 100_000]);
      expect(entry.values.get(6)).toEqual([index, index * 2]);
      expect(back.texts(entry.values.get(3)![0]!)).toMatch(new RegExp(`^Heading ${index} –`));
    });
  });

  it('cut a long text at a character', () => {
    const cncx = new Cncx();
    cncx.add('🎉'.repeat(400));
    const back = readIndex(makeIndex([{ tag: 3, values: 1, mask: 1 }], [{ label: '00', values: { 3: [0] } }], cncx), 0);
    expect(back.texts(0)).toBe('🎉'.repeat(250));
  });
});

/** Bytes that calibre 6.13 wrote for entries laid out alike: the only evidence without a device. */
describe('what text records tell of the index', () => {
  const hex = (data: Uint8Array): string => [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const flat = [523, 2342, 3330, 4542, 6577, 8758, 20682, 30000].map((begin, index, all) => ({
    index,
    begin,
    end: all[index + 1] ?? 40_000,
  }));

  it('names the first entry and their number', () => {
    expect(hex(flatIndexing(flat, 0))).toBe('868003');
    expect(hex(flatIndexing(flat, 1))).toBe('968003');
  });

  it('names the one that runs through, and the one that begins or ends', () => {
    expect(hex(flatIndexing(flat, 3))).toBe('ab8080');
    expect(hex(flatIndexing(flat, 9))).toBe('ba80');
    expect(flatIndexing(flat, 20)).toHaveLength(0);
  });

  it('goes down the branches of a nested index', () => {
    const nested = [
      { index: 0, begin: 1326, end: 4570 },
      { index: 1, begin: 4570, end: 9497 },
      { index: 14, begin: 3165, end: 4570, parent: 0 },
      { index: 15, begin: 6777, end: 9497, parent: 1 },
    ];
    expect(hex(nestedIndexing(nested, 0))).toBe('828801e0');
    expect(hex(nestedIndexing(nested, 1))).toBe('828801e001d801e0');
  });
});

describe('the database', () => {
  it('gives its records back, small and large, and a name that every device can show', async () => {
    const picture = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => at % 251);
    const records = [bytes('one'), new Uint8Array(0), picture(65_536), bytes('three'), picture(200_000), picture(65_000), picture(70_000)];
    const file = await collectBytes(makePalmDatabase('Blwyddyn – 年 ' + 'x'.repeat(60), new Date('2024-03-22'), records));
    expect(readRecords(file)).toEqual(records);
    expect(file[31]).toBe(0);
    expect(new TextDecoder().decode(file.subarray(0, 9))).toBe('Blwyddyn_');
  });
});

it('locales have a region where it is known', () => {
  expect([localeOf('en-GB'), localeOf('en'), localeOf('cy'), localeOf('bn-Latn'), localeOf('tlh')]).toEqual([0x0809, 0x09, 0x52, 0x45, 0]);
});
