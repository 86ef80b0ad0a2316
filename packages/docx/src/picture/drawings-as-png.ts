import { EveryreadError, imageSize, type Asset, type Assets } from '@everyread/core';
import { fallbackFonts, loadFont, type FontId } from '@everyread/fonts';
import { rasterise } from './rasterise.js';

/** Enough for a picture across an A4 page at 200 points an inch. */
const widthPx = 1600;

/**
 * The same files, each SVG drawing as PNG, sharp enough for print, in its own size: for formats that can carry pictures of points only, such
 * as books for a Kindle. Runs wherever the packages run, a browser included.
 *
 * @param keep - tells of a drawing that may stay as it is; default: none may
 */
export function drawingsAsPng(assets: Assets, keep: (svg: string) => boolean = () => false): Assets {
  const drawn = new Map<string, Promise<Asset>>();
  return {
    async load(path) {
      const asset = await assets.load(path);
      if (asset.mediaType !== 'image/svg+xml' || keep(new TextDecoder().decode(asset.body))) return asset;
      const known = drawn.get(path) ?? drawingAsPng(asset);
      drawn.set(path, known);
      return known;
    },
  };
}

/**
 * Draws an SVG picture as PNG.
 *
 * @throws {EveryreadError} code `asset`, when it can't be drawn, or has words in a script that no typeface here has
 */
export async function drawingAsPng(asset: Asset): Promise<Asset> {
  const svg = new TextDecoder().decode(asset.body);
  const foreign = foreignLetter(svg);
  if (foreign !== undefined)
    throw new EveryreadError('asset', `The drawing ${asset.path} has words in a script that the typefaces lack (“${foreign}”)`, {
      hint: 'Save it as PNG.',
    });
  const fonts = await Promise.all(fontsFor(svg).map((id) => loadFont(id)));
  try {
    const body = await rasterise(svg, fonts, 'Atkinson Hyperlegible Next', widthPx);
    return { ...asset, mediaType: 'image/png', body, ...sizeOf(asset, body) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EveryreadError('asset', `The drawing ${asset.path} can't be drawn: ${reason.split('\n')[0] ?? ''}`, {
      hint: 'Save it again as plain SVG, or as PNG.',
      cause,
    });
  }
}

const scripts =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Common}\p{Script=Inherited}]/u;

/** A letter in the drawing's words that would be drawn as a box. */
function foreignLetter(svg: string): string | undefined {
  const words = svg.replace(/<(title|desc|metadata|style)\b[^]*?<\/\1\s*>/g, '').replace(/<[^>]*>/g, '');
  return [...words].find((character) => /\p{L}/u.test(character) && !scripts.test(character));
}

/** Our face, and those of the scripts that it lacks: a word that no face has would be left out. */
function fontsFor(svg: string): FontId[] {
  const ids = new Set<FontId>(['atkinson-regular', 'atkinson-bold']);
  for (const character of new Set(svg)) {
    const codePoint = character.codePointAt(0)!;
    if (codePoint < 0x250) continue;
    for (const bold of [false, true]) for (const id of fallbackFonts(codePoint, bold).slice(0, 2)) ids.add(id);
  }
  return [...ids];
}

function sizeOf(asset: Asset, png: Uint8Array): { width?: number; height?: number } {
  return asset.width && asset.height ? { width: asset.width, height: asset.height } : (imageSize(png, 'image/png') ?? {});
}
