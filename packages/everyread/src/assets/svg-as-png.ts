import type { Asset, Assets } from '@everyread/core';

/** Formats that can carry pictures of points only: drawings are turned into pictures for them. */
const withoutSvg: ReadonlySet<string> = new Set(['mobi', 'azw3']);
/** Formats that draw lines, surfaces and words themselves: only drawings that are more than these are turned into pictures. */
const withPlainSvg: ReadonlySet<string> = new Set(['pdf']);

/** The same files as a format can carry them: a drawing that it can’t show comes as PNG. The engine is loaded for a report with drawings only. */
export function assetsFor(format: string, assets: Assets): Assets {
  const plain = withPlainSvg.has(format);
  if (!plain && !withoutSvg.has(format)) return assets;
  const drawn = new Map<string, Promise<Asset>>();
  return {
    async load(path) {
      const asset = await assets.load(path);
      if (asset.mediaType !== 'image/svg+xml' || (plain && (await isPlain(asset)))) return asset;
      const known = drawn.get(path) ?? import('@everyread/docx').then(({ drawingAsPng }) => drawingAsPng(asset));
      drawn.set(path, known);
      return known;
    },
  };
}

async function isPlain(asset: Asset): Promise<boolean> {
  const { whyNotDrawable } = await import('@everyread/pdf');
  return whyNotDrawable(new TextDecoder().decode(asset.body)) === undefined;
}
