import { Inflate } from 'fflate';
import { crc32 } from './crc.js';
import { readDirectory, type DirectoryEntry } from './directory.js';
import { ZipError } from './error.js';

/** How much a reader will take in. */
export interface UnzipLimits {
  /** Default 10,000. */
  readonly maxEntries?: number;
  /** Bytes of one file, unpacked. Default 100 MB. */
  readonly maxFileBytes?: number;
  /** Bytes of all files that are read, unpacked. Default 500 MB. */
  readonly maxTotalBytes?: number;
  /** Read only the files for which this is true. Default: all. */
  readonly only?: (path: string) => boolean;
}

const MB = 1024 * 1024;

/**
 * Reads an archive that somebody else made: path → bytes, in the order of its directory, folders left out.
 * What an entry unpacks to is counted while it unpacks, so an archive that lies about its sizes costs no memory.
 *
 * @throws {ZipError} for archives that are cut short, damaged, encrypted or over the limits, and for unsafe or repeated paths
 */
export function unzip(bytes: Uint8Array, limits: UnzipLimits = {}): Map<string, Uint8Array> {
  const maxFileBytes = limits.maxFileBytes ?? 100 * MB;
  const maxTotalBytes = limits.maxTotalBytes ?? 500 * MB;
  const out = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of readDirectory(bytes, limits.maxEntries ?? 10_000)) {
    if (entry.path.endsWith('/') || limits.only?.(entry.path) === false) continue;
    if (entry.bytes > maxFileBytes) throw tooBig(`The file ${entry.path} unpacks to ${entry.bytes} bytes`, maxFileBytes);
    total += entry.bytes;
    if (total > maxTotalBytes) throw tooBig(`The archive unpacks to more than ${maxTotalBytes} bytes`, maxTotalBytes);
    out.set(entry.path, unpack(bytes, entry));
  }
  return out;
}

function tooBig(reason: string, limit: number): ZipError {
  return new ZipError(
    'zip-too-big',
    reason,
    `At most ${Math.round(limit / MB)} MB are read; an archive that grows so much is often made to do harm.`,
  );
}

const damaged = (path: string, reason: string, cause?: unknown): ZipError =>
  new ZipError(
    'zip-damaged',
    `The file ${path} in the archive is damaged: ${reason}`,
    'Get the archive again from where it came from.',
    cause,
  );

function unpack(bytes: Uint8Array, entry: DirectoryEntry): Uint8Array {
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packedBytes);
  const body = entry.method === 0 ? packed.slice() : inflate(packed, entry);
  if (body.length !== entry.bytes) throw damaged(entry.path, `it has ${body.length} bytes in place of ${entry.bytes}`);
  if (crc32(body) !== entry.crc) throw damaged(entry.path, 'its checksum is wrong');
  return body;
}

/** Feeds the inflater in pieces: a piece of 16 KB can grow to 16 MB at most before its size is looked at. */
function inflate(packed: Uint8Array, entry: DirectoryEntry): Uint8Array {
  const out = new Uint8Array(entry.bytes);
  let length = 0;
  const inflater = new Inflate((piece) => {
    if (length + piece.length > out.length) throw damaged(entry.path, `it holds more than the ${entry.bytes} bytes that it says`);
    out.set(piece, length);
    length += piece.length;
  });
  try {
    const step = 16 * 1024;
    for (let at = 0; at === 0 || at < packed.length; at += step) inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw damaged(entry.path, 'its data can’t be unpacked', cause);
  }
  return out.subarray(0, length);
}
