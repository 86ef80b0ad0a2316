import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32, unzip, ZipError, zipFiles, zipStream, type ZipStreamEntry } from '@everyread/zip';
import { centralDirectory, checkSize } from '../src/records.js';

const date = new Date('2024-03-22T12:34:56Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);
const join = async (parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: number[] = [];
  for await (const part of parts) for (const byte of part) all.push(byte);
  return Uint8Array.from(all);
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ZipError) return error.code;
    throw error;
  }
  return 'none';
};

describe('zipFiles', () => {
  it('puts mimetype first, stored, where the EPUB readers look for it', () => {
    const zip = zipFiles(
      [
        { path: 'a.xhtml', body: bytes('a'.repeat(500)) },
        { path: 'mimetype', body: bytes('application/epub+zip') },
      ],
      { date },
    );
    expect(text(zip.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(zip.length).toBeLessThan(400);
  });

  it('is read back by fflate and by itself', () => {
    const entries = [
      { path: 'EPUB/Blwyddyn dda – 年.xhtml', body: bytes('Diolch 🎉'.repeat(100)) },
      { path: 'EPUB/cover.png', body: bytes('not compressed'.repeat(50)) },
      { path: 'empty.txt', body: new Uint8Array(0) },
    ];
    const zip = zipFiles(entries, { date });
    const theirs = unzipSync(zip);
    const ours = unzip(zip);
    for (const entry of entries) {
      expect(text(theirs[entry.path])).toBe(text(entry.body));
      expect(text(ours.get(entry.path))).toBe(text(entry.body));
    }
    expect(zip.length).toBeGreaterThan(50 * 'not compressed'.length);
  });

  it('gives the same bytes in every time zone, in the hour that summer time skips too', () => {
    const before = process.env.TZ;
    const offsets = new Set<number>();
    const seen = new Set<string>();
    try {
      for (const zone of ['UTC', 'Europe/London', 'Pacific/Apia', 'America/St_Johns']) {
        process.env.TZ = zone;
        offsets.add(new Date('2024-07-01').getTimezoneOffset());
        seen.add(zipFiles([{ path: 'a', body: new Uint8Array(99) }], { date: new Date('2024-03-31T01:30:00Z') }).join());
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
    expect(offsets.size).toBe(4);
    expect(seen.size).toBe(1);
  });

  it('keeps dates before 1980 and after 2107 inside what ZIP knows', () => {
    const dos = (at: string): number =>
      new DataView(zipFiles([{ path: 'a', body: new Uint8Array(1) }], { date: new Date(at) }).buffer).getUint32(10, true);
    expect(dos('1970-01-01')).toBe(0x00210000);
    expect(dos('invalid')).toBe(0x00210000);
    expect(dos('2200-01-01')).toBe(0xff9fbf7d);
    expect(dos('2024-03-22T12:34:56Z')).toBe(((44 << 25) | (3 << 21) | (22 << 16) | (12 << 11) | (34 << 5) | 28) >>> 0);
  });

  it('refuses unsafe and repeated names', () => {
    const make = (...paths: string[]) =>
      codeOf(() =>
        zipFiles(
          paths.map((path) => ({ path, body: bytes('x') })),
          { date },
        ),
      );
    for (const path of ['', '/etc/passwd', '../x', 'a/../b', 'a\\b', 'C:/x', 'a//b', './a', 'a\u0000b'])
      expect(make(path), path).toBe('zip-path');
    expect(make('a/Cover.png', 'a/cover.PNG')).toBe('zip-duplicate');
    expect(make('caf\u00e9', 'cafe\u0301')).toBe('zip-duplicate');
  });
});

describe('zipStream', () => {
  it('gives the bytes of zipFiles where bodies are whole', async () => {
    const entries = [
      { path: 'mimetype', body: bytes('application/epub+zip') },
      { path: 'a.xhtml', body: bytes('Our year. '.repeat(1000)) },
    ];
    expect(await join(zipStream(entries, { date }))).toEqual(zipFiles(entries, { date }));
  });

  it('takes bodies in pieces, compressed and not', async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < 30; n += 1) yield bytes(`piece ${n} `.repeat(4000));
    }
    async function* entries(): AsyncGenerator<ZipStreamEntry> {
      yield { path: 'mimetype', body: bytes('application/epub+zip') };
      yield { path: 'audio/a.mp3', body: pieces() };
      yield { path: 'a.txt', body: pieces() };
      yield { path: 'none.mp3', body: (async function* () {})() };
    }
    const zip = await join(zipStream(entries(), { date }));
    const whole = text(await join(pieces()));
    for (const read of [unzip(zip), new Map(Object.entries(unzipSync(zip)))]) {
      expect(text(read.get('audio/a.mp3'))).toBe(whole);
      expect(text(read.get('a.txt'))).toBe(whole);
      expect(read.get('none.mp3')).toHaveLength(0);
    }
  });

  it('wants mimetype first', async () => {
    await expect(
      join(
        zipStream(
          [
            { path: 'a', body: bytes('a') },
            { path: 'mimetype', body: bytes('x') },
          ],
          { date },
        ),
      ),
    ).rejects.toThrow('first');
  });

  it('refuses an archive over 4 GB', () => {
    expect(codeOf(() => checkSize(0xfffffffe))).toBe('none');
    expect(codeOf(() => checkSize(0xffffffff))).toBe('zip-too-big');
    const record = { name: bytes('a'), flags: 0, method: 0, crc: 0, packedBytes: 0, bytes: 0, offset: 0 } as const;
    expect(codeOf(() => centralDirectory([record], 0xfffffff0, 0))).toBe('zip-too-big');
  });
});

describe('unzip', () => {
  const good = zipFiles(
    [
      { path: 'a.txt', body: bytes('a'.repeat(5000)) },
      { path: 'b.png', body: bytes('bbb') },
    ],
    { date },
  );
  const patch = (at: number, ...values: number[]): Uint8Array => {
    const copy = good.slice();
    copy.set(values, at);
    return copy;
  };
  const central = (): number => new DataView(good.buffer).getUint32(good.length - 6, true);

  it('refuses what is no archive and what is cut short', () => {
    expect(codeOf(() => unzip(bytes('hello')))).toBe('zip-not');
    expect(codeOf(() => unzip(new Uint8Array(0)))).toBe('zip-not');
    for (let length = 4; length < good.length; length += 1) expect(codeOf(() => unzip(good.subarray(0, length)))).toBe('zip-truncated');
  });

  it('reads an archive with a few bytes behind its end, but none with a second end, directory or file there', () => {
    const archive = zipFiles([{ path: 'a.txt', body: bytes('one') }], { date });
    const other = zipFiles([{ path: 'a.txt', body: bytes('two') }], { date });
    const behind = (...extra: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat([archive, ...extra]));
    for (const extra of [new Uint8Array(1), bytes('\r\n'), new Uint8Array(512)])
      expect(text(unzip(behind(extra)).get('a.txt'))).toBe('one');
    // Two archives in one file: one reader opens the first, another the second.
    for (const extra of [other, other.subarray(0, 40), other.subarray(-22), other.subarray(-73, -22)])
      expect(codeOf(() => unzip(behind(extra, new Uint8Array(1))))).toMatch(/^zip-/);
    expect(codeOf(() => unzip(behind(new Uint8Array(70_000))))).toBe('zip-truncated');
    // The end record itself is cut: its comment is longer than what is left.
    const long = behind(new Uint8Array(4));
    long[archive.length - 2] = 9;
    expect(codeOf(() => unzip(long))).toBe('zip-truncated');
  });

  it('refuses bombs by what they really unpack to', () => {
    const bomb = zipFiles([{ path: 'zeros', body: new Uint8Array(20_000_000) }], { date });
    expect(bomb.length).toBeLessThan(100_000);
    expect(codeOf(() => unzip(bomb, { maxFileBytes: 1_000_000 }))).toBe('zip-too-big');
    expect(codeOf(() => unzip(bomb, { maxTotalBytes: 1_000_000 }))).toBe('zip-too-big');
    const liar = bomb.slice();
    new DataView(liar.buffer).setUint32(new DataView(liar.buffer).getUint32(liar.length - 6, true) + 24, 1000, true);
    expect(codeOf(() => unzip(liar, { maxFileBytes: 1_000_000 }))).toBe('zip-damaged');
    expect(codeOf(() => unzip(good, { maxEntries: 1 }))).toBe('zip-too-big');
  });

  it('refuses unsafe and repeated names', () => {
    const name = central() + 46;
    expect(codeOf(() => unzip(patch(name, ...bytes('../xx'))))).toBe('zip-path');
    expect(codeOf(() => unzip(patch(name, ...bytes('/etcx'))))).toBe('zip-path');
    expect(codeOf(() => unzip(patch(name, ...bytes('b.png'))))).toBe('zip-duplicate');
  });

  it('refuses encryption, unknown methods, wrong checksums and shared data', () => {
    expect(codeOf(() => unzip(patch(central() + 8, 1)))).toBe('zip-unsupported');
    expect(codeOf(() => unzip(patch(central() + 10, 12)))).toBe('zip-unsupported');
    expect(codeOf(() => unzip(patch(central() + 16, 1, 2, 3, 4)))).toBe('zip-damaged');
    expect(codeOf(() => unzip(patch(central() + 46 + 5 + 42, 0)))).toBe('zip-damaged');
  });

  it('reads only what is asked for', () => {
    expect([...unzip(good, { only: (path) => path.endsWith('.png') }).keys()]).toEqual(['b.png']);
  });

  it('throws ZipError, never anything else, whatever is damaged', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (damage) => {
        const copy = good.slice();
        for (const [at, value] of damage) copy[at] = value;
        try {
          unzip(copy);
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError);
          expect((error as ZipError).hint).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives back whatever was put in', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 6 }), (bodies) => {
        const entries = bodies.map((body, n) => ({ path: `f${n}${n % 2 ? '.png' : ''}`, body }));
        expect([...unzip(zipFiles(entries, { date })).values()]).toEqual(bodies.map((body) => Uint8Array.from(body)));
      }),
      { numRuns: 60 },
    );
  });
});

it('crc32 is the one of ISO 3309', () => {
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  expect(crc32(bytes('56789'), crc32(bytes('1234')))).toBe(0xcbf43926);
});
