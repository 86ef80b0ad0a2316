import { ZipError } from './error.js';
import { checkPath } from './path.js';

/** One entry as the central directory gives it, with the place of its data. */
export interface DirectoryEntry {
  path: string;
  method: 0 | 8;
  crc: number;
  packedBytes: number;
  bytes: number;
  dataAt: number;
}

const truncated = (reason: string): ZipError =>
  new ZipError('zip-truncated', `The archive is cut short: ${reason}`, 'Copy or download it again; the end is missing.');

const unsupported = (path: string, reason: string): ZipError =>
  new ZipError('zip-unsupported', `The archive can’t be read: ${path} ${reason}`, 'Save it again as a plain ZIP file without a password.');

/** Reads the central directory (APPNOTE 4.3.12) and checks each entry against its local header. */
export function readDirectory(bytes: Uint8Array, maxEntries: number): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) throw unsupported('it', 'uses ZIP64');
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    throw unsupported('it', 'is split over several files');
  if (count > maxEntries) {
    throw new ZipError('zip-too-big', `The archive has ${count} files`, `At most ${maxEntries} are read.`);
  }
  if (start + length > end) throw truncated('its directory reaches over its end');
  const entries: DirectoryEntry[] = [];
  const seen = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw truncated(`its directory ends after ${index} of ${count} files`);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw truncated('its directory reaches over its end');
    const entry = readEntry(bytes, view, at, nameLength, start);
    if (seen.has(entry.path)) {
      throw new ZipError(
        'zip-duplicate',
        `The archive has two files named ${entry.path}`,
        'Such an archive shows different things to different readers; make it again.',
      );
    }
    seen.add(entry.path);
    entries.push(entry);
    at = next;
  }
  refuseOverlaps(entries);
  return entries;
}

/** The end record is sought from the back; its comment has to reach the end exactly, so that no comment can pose as one. */
function findEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.length) return at;
  }
  const before = endBeforeExtra(bytes, view);
  if (before !== undefined) return before;
  if (bytes.length >= 4 && view.getUint32(0, true) === 0x04034b50) throw truncated('its directory is missing');
  throw new ZipError('zip-not', 'The file is not a ZIP archive', 'Check that it is the right file and that it arrived whole.');
}

/**
 * Mail gateways and old servers put bytes behind an archive, such as a line end, and unzip and Python read it all the same. That is
 * harmless where the tail has one end record only, right behind its directory, and nothing that another reader could take for a part.
 */
function endBeforeExtra(bytes: Uint8Array, view: DataView): number | undefined {
  const signatures: number[] = [];
  let end: number | undefined;
  for (let at = Math.max(0, bytes.length - 22 - 0xffff); at + 4 <= bytes.length; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x06054b50) end ??= at;
    if (end !== undefined && (signature & 0xffff) === 0x4b50) signatures.push(at);
  }
  if (end === undefined || signatures.length !== 1 || end + 22 > bytes.length) return undefined;
  const isWhole = end + 22 + view.getUint16(end + 20, true) <= bytes.length;
  const isBehindDirectory = view.getUint32(end + 16, true) + view.getUint32(end + 12, true) === end;
  return isWhole && isBehindDirectory ? end : undefined;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number, limit: number): DirectoryEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const path = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
  checkPath(path);
  if (flags & 0x41) throw unsupported(path, 'is encrypted');
  if (method !== 0 && method !== 8) throw unsupported(path, `is compressed by method ${method}`);
  const packedBytes = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if (packedBytes === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) throw unsupported(path, 'uses ZIP64');
  if (offset + 30 > limit || view.getUint32(offset, true) !== 0x04034b50) throw truncated(`the data of ${path} is missing`);
  const dataAt = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (dataAt + packedBytes > limit) throw truncated(`the data of ${path} is missing`);
  return { path, method, crc: view.getUint32(at + 16, true), packedBytes, bytes: size, dataAt };
}

/** Entries that share data are how small archives grow without bound (Fifield, “A better zip bomb”, 2019). */
function refuseOverlaps(entries: readonly DirectoryEntry[]): void {
  const sorted = [...entries].sort((a, b) => a.dataAt - b.dataAt);
  for (let index = 1; index < sorted.length; index += 1) {
    const before = sorted[index - 1]!;
    const entry = sorted[index]!;
    if (before.packedBytes > 0 && entry.packedBytes > 0 && before.dataAt + before.packedBytes > entry.dataAt) {
      throw new ZipError(
        'zip-damaged',
        `The files ${before.path} and ${entry.path} share the same data`,
        'Such an archive is made to do harm; do not use it.',
      );
    }
  }
}

function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('latin1').decode(name);
  }
}
