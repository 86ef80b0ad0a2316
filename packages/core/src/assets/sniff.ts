import type { Asset, AssetMediaType } from '../contracts/assets.js';

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

/** What a file is, from its first bytes; `undefined` for what no edition can carry. */
export function sniffMediaType(bytes: Uint8Array): AssetMediaType | undefined {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image/gif';
  if (starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  if (starts(bytes, [0x00, 0x01, 0x00, 0x00]) || starts(bytes, [0x74, 0x72, 0x75, 0x65])) return 'font/ttf';
  if (starts(bytes, [0x4f, 0x54, 0x54, 0x4f])) return 'font/otf';
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).replace(/^\ufeff/, '');
  if (/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(head)) return 'image/svg+xml';
  return undefined;
}

/** The ending of a picture's file by its media type; fonts have none here. */
export const pictureEndings: Readonly<Partial<Record<AssetMediaType, string>>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/** Size of a picture in pixels, from its header. */
export function imageSize(bytes: Uint8Array, mediaType: AssetMediaType): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case 'image/png':
      return bytes.length < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/gif':
      return bytes.length < 10 ? undefined : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'image/jpeg':
      return jpegSize(view);
    case 'image/webp':
      return webpSize(view);
    case 'image/svg+xml':
      return svgSize(new TextDecoder('utf-8').decode(bytes.subarray(0, 65536)));
    default:
      return undefined;
  }
}

/** Walks the segments of a JPEG to its frame header (ITU T.81, B.2.2). */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** The first chunk of a WebP tells its size: that of the canvas, of a lossy key frame or of a lossless picture (RFC 9649 2.5 to 2.7). */
function webpSize(view: DataView): { width: number; height: number } | undefined {
  if (view.byteLength < 25) return undefined;
  // The four letters of its name: “VP8L”, “VP8 ” or “VP8X”.
  const kind = view.getUint32(12);
  const byte = (at: number): number => view.getUint8(at);
  if (kind === 0x5650384c && byte(20) === 0x2f) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (view.byteLength < 30) return undefined;
  if (kind === 0x56503820 && view.getUint16(23) === 0x9d01 && byte(25) === 0x2a)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 0x56503858)
    return { width: view.getUint16(24, true) + byte(26) * 65536 + 1, height: view.getUint16(27, true) + byte(29) * 65536 + 1 };
  return undefined;
}

function svgSize(text: string): { width: number; height: number } | undefined {
  const tag = /<svg\b[^>]*>/.exec(text)?.[0] ?? '';
  const attribute = (name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
  const length = (value: string | undefined): number | undefined => {
    const match = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(value ?? '');
    return match ? Number(match[1]) : undefined;
  };
  const width = length(attribute('width'));
  const height = length(attribute('height'));
  if (width && height) return { width, height };
  const box = (attribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return box.length === 4 && box[2]! > 0 && box[3]! > 0 ? { width: box[2]!, height: box[3]! } : undefined;
}

/** Makes an asset of bytes, or says that no edition can carry them. */
export function makeAsset(path: string, body: Uint8Array): Asset | undefined {
  const mediaType = sniffMediaType(body);
  return mediaType === undefined ? undefined : { path, mediaType, body, ...imageSize(body, mediaType) };
}
