import { EveryreadError, imageSize, type Asset, type Assets } from '@everyread/core';

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
  const fonts = await Promise.all([loadFont('atkinson-regular'), loadFont('atkinson-bold')]);
  try {
    const body = await rasterise(new TextDecoder().decode(asset.body), fonts, 'Atkinson Hyperlegible Next', widthPx);
    return { ...asset, mediaType: 'image/png', body, ...sizeOf(asset, body) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EveryreadError('asset', `The drawing ${asset.path} can't be drawn: ${reason.split('\n')[0] ?? ''}`, {
      hint: 'Save it again as plain SVG, or as PNG.',
      cause,
    });
  }
}

function sizeOf(asset: Asset, png: Uint8Array): { width?: number; height?: number } {
  return asset.width && asset.height ? { width: asset.width, height: asset.height } : (imageSize(png, 'image/png') ?? {});
}
