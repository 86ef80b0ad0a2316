import type { Asset } from '@everyread/core';

/**
 * An SVG picture with a width and height of its own. One that has but a `viewBox` has no size by itself (CSS Images 3, 4.1): a browser
 * that asks it how wide it is shows it as wide as it likes, or not at all.
 */
export function sizedSvg({ mediaType, body, width, height }: Asset): Uint8Array {
  if (mediaType !== 'image/svg+xml' || !width || !height) return body;
  const text = new TextDecoder().decode(body);
  const root = /<svg(?=[\s>])[^>]*>/.exec(text);
  if (root === null || /\s(?:width|height)\s*=/.test(root[0])) return body;
  const at = root.index + '<svg'.length;
  return new TextEncoder().encode(`${text.slice(0, at)} width="${Math.round(width)}" height="${Math.round(height)}"${text.slice(at)}`);
}
