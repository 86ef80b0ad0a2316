import { ZipError } from './error.js';

const encoder = new TextEncoder();

/**
 * Refuses a path that would leave the folder it is unpacked into, or that some system can't write.
 *
 * @throws {ZipError} `zip-path`
 */
export function checkPath(path: string): void {
  const reason = whyUnsafe(path);
  if (reason === undefined) return;
  throw new ZipError(
    'zip-path',
    `The archive has an entry with an unsafe name, ${JSON.stringify(path)}: ${reason}`,
    'Name every file relative to the archive with forward slashes and no `..`.',
  );
}

function whyUnsafe(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (encoder.encode(path).length > 0xffff) return 'it is longer than a ZIP archive can hold';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'it is absolute';
  if (path.includes('\\')) return 'it has a backslash';
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'it has a control character';
  const parts = path.split('/');
  if (parts.includes('..')) return 'it climbs out of its folder';
  if (parts.includes('.') || parts.slice(0, -1).includes('')) return 'it has an empty part';
  return undefined;
}
