import { crc32 } from 'node:zlib';
import type { Asset } from '@everyread/core';
import { isWholeTypeface } from './whole-typeface.js';

/** Whether a typeface, or a picture, is all there: its last bytes are those of its format, it has a size, and the sums that a PNG brings are right. */
export function isWhole(asset: Asset): boolean {
  const { body } = asset;
  switch (asset.mediaType) {
    case 'image/png':
      return hasSize(asset) && pngEnds(body);
    case 'image/jpeg':
      return hasSize(asset) && endsWithMarker(body);
    case 'image/gif':
      return hasSize(asset) && body.subarray(-8).includes(0x3b);
    case 'image/webp':
      // RIFF: the size at byte 4 does not count the first 8 bytes.
      return body.length >= 20 && new DataView(body.buffer, body.byteOffset).getUint32(4, true) + 8 <= body.length + 1;
    case 'image/svg+xml':
      return new TextDecoder().decode(body.subarray(-512)).trimEnd().endsWith('>');
    case 'font/ttf':
    case 'font/otf':
      return isWholeTypeface(body);
    default:
      return true;
  }
}

function hasSize(asset: Asset): boolean {
  return (asset.width ?? 0) > 0 && (asset.height ?? 0) > 0;
}

/** Walks the chunks of a PNG to IEND, and sums those that a picture can't be shown without: their names begin with a capital (PNG, 5.3 to 5.5). */
function pngEnds(body: Uint8Array): boolean {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  let at = 8;
  while (at + 12 <= body.length) {
    const sumAt = at + 8 + view.getUint32(at);
    if (sumAt + 4 > body.length) return false;
    const isCritical = (body[at + 4]! & 0x20) === 0;
    if (isCritical && crc32(body.subarray(at + 4, sumAt)) !== view.getUint32(sumAt)) return false;
    if (view.getUint32(at + 4) === 0x49454e44) return true;
    at = sumAt + 4;
  }
  return false;
}

/** The end-of-image marker stands last, though cameras write zeros after it (ITU T.81, B.2.1). */
function endsWithMarker(body: Uint8Array): boolean {
  for (let at = body.length - 2; at > 2; at -= 1) if (body[at] === 0xff && body[at + 1] === 0xd9) return true;
  return false;
}
