import { EveryreadError, imageSize, type Asset, type Assets } from '@everyread/core';
import type { FontId } from '@everyread/fonts';

/** Formats that can carry pictures of points only: drawings are turned into pictures for them. */
const withoutSvg: ReadonlySet<string> = new Set(['mobi', 'azw3']);
/** Formats that draw lines, surfaces and words themselves: only drawings that are more than these are turned into pictures. */
const withPlainSvg: ReadonlySet<string> = new Set(['pdf']);

/** Enough for a picture across an A4 page at 200 points an inch. */
const widthPx = 1600;

/** The same files as a format can carry them: a drawing that it can’t show comes as PNG, sharp enough for print, in its own size. */
export function assetsFor(format: string, assets: Assets): Assets {
  const plain = withPlainSvg.has(format);
  if (!plain && !withoutSvg.has(format)) return assets;
  const drawn = new Map<string, Promise<Asset>>();
  return {
    async load(path) {
      const asset = await assets.load(path);
      if (asset.mediaType !== 'image/svg+xml' || (plain && (await isPlain(asset)))) return asset;
      const known = drawn.get(path) ?? draw(asset);
      drawn.set(path, known);
      return known;
    },
  };
}

async function isPlain(asset: Asset): Promise<boolean> {
  const { whyNotDrawable } = await import('@everyread/pdf');
  return whyNotDrawable(new TextDecoder().decode(asset.body)) === undefined;
}

async function draw(asset: Asset): Promise<Asset> {
  // The engine is loaded for a report with drawings only.
  const [{ rasterise }, { loadFont }] = await Promise.all([import('@everyread/docx'), import('@everyread/fonts')]);
  const svg = new TextDecoder().decode(asset.body);
  const foreign = foreignLetter(svg);
  if (foreign !== undefined)
    throw new EveryreadError('asset', `The drawing ${asset.path} has words in a script that the typefaces lack (“${foreign}”)`, {
      hint: 'Save it as PNG.',
    });
  const fonts = await Promise.all((await fontsFor(svg)).map((id) => loadFont(id)));
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
async function fontsFor(svg: string): Promise<FontId[]> {
  const { fallbackFonts } = await import('@everyread/fonts');
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
