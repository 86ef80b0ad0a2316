const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

/** Brands of ISO/IEC 14496-12 4.3 that stand for pictures. */
const brands: readonly [RegExp, string][] = [
  [/^avi[fs]/, 'those of AVIF'],
  [/^(?:hei[cxms]|hev[cx]|mif1|msf1)/, 'those of HEIC, as telephones save photographs'],
];

/** What a file is that no edition can carry, in words that follow “its bytes are”; nothing where it is none that people often have. */
export function otherKind(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 'ftyp', 4)) {
    const brand = String.fromCharCode(...bytes.subarray(8, 12));
    return brands.find(([pattern]) => pattern.test(brand))?.[1] ?? 'those of a film';
  }
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return 'those of TIFF';
  if (startsWith(bytes, 'BM')) return 'those of BMP';
  if (startsWith(bytes, '%PDF')) return 'those of PDF';
  if (startsWith(bytes, '8BPS')) return 'those of Photoshop';
  if (startsWith(bytes, 'PK\u0003\u0004')) return 'those of an archive or an Office document';
  if (startsWith(bytes, '%!PS') || startsWith(bytes, '\u00c5\u00d0\u00d3\u00c6')) return 'those of EPS';
  if (/^\s*(?:<!doctype html|<html)/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))) return 'those of a web page';
  return bytes.length === 0 ? 'none: it is empty' : undefined;
}
