import { EveryreadError, ruleMessage, type Asset, type Context, type PreparedReport } from '@everyread/core';
import { collectImages } from '../collect-images.js';
import type { ImageReference } from '../fragments/context.js';
import { htmlRules } from '../messages.js';
import { dataUrl } from './data-url.js';
import { sizedSvg } from './sized-svg.js';

/** The pictures of a page by path. One that can't be opened is a message, and its words stand in its place. */
export async function loadImages(report: PreparedReport, more: readonly string[], context: Context): Promise<Map<string, ImageReference>> {
  const images = new Map<string, ImageReference>();
  const paths = [...new Set([...(report.edition.images ? collectImages(report) : []), ...more])];
  let done = 0;
  for (const path of paths) {
    context.signal.throwIfAborted();
    const asset = await loadAsset(path, context);
    if (asset?.mediaType.startsWith('image/')) {
      images.set(path, {
        url: dataUrl(asset.mediaType, sizedSvg(asset)),
        ...(asset.width && asset.height ? { width: Math.round(asset.width), height: Math.round(asset.height) } : {}),
      });
    }
    context.progress({ task: 'pictures', done: (done += 1), total: paths.length });
  }
  return images;
}

/** A file of the report; a message and nothing where it can't be opened. */
export async function loadAsset(path: string, context: Context): Promise<Asset | undefined> {
  try {
    return await context.assets.load(path);
  } catch (error) {
    if (!(error instanceof EveryreadError)) throw error;
    context.message(
      ruleMessage(htmlRules['html-file'], { source: 'html', reason: error.message, ...(error.hint ? { note: error.hint } : {}) }),
    );
    return undefined;
  }
}
