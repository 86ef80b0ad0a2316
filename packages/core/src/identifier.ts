import type { Meta } from './meta.js';

const mask = (1n << 64n) - 1n;

/** FNV-1a with 64 bits (draft-eastlake-fnv): not for secrets, only to tell books apart. */
function fnv1a(bytes: Uint8Array, basis: bigint): bigint {
  let hash = basis;
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
  return hash;
}

/**
 * The name by which shelves tell publications apart: the author's identifier, or a UUID (RFC 9562, version 8) made
 * from the title, the people, the date and the language. It stays the same when the report is built again.
 *
 * @param edition - name of the edition: the summary is another publication than the whole report
 */
export function reportIdentifier(meta: Meta, edition: string): string {
  const plain = edition === 'screen-reader' ? '' : edition;
  if (meta.identifier !== undefined) return plain === '' ? meta.identifier : `${meta.identifier}#${plain}`;
  return `urn:uuid:${reportUuid(meta, edition)}`;
}

/** The UUID of {@link reportIdentifier}, for formats that take nothing else. */
export function reportUuid(meta: Meta, edition: string): string {
  const said = [meta.identifier, meta.title, meta.subtitle, meta.author, meta.publisher, meta.date, meta.lang, edition];
  const bytes = new TextEncoder().encode(said.map((part) => part ?? '').join('\u0000'));
  const hex = [0xcbf29ce484222325n, 0x9ae16a3b2f90404fn].map((basis) => fnv1a(bytes, basis).toString(16).padStart(16, '0')).join('');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
