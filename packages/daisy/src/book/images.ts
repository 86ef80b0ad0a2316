import { is, walk, type Asset, type Assets, type PreparedReport, type ReportNode } from '@everyread/core';
import { isStillable, stillPicture } from '@everyread/pictures';
import type { BookImage } from './build.js';

const endings: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/**
 * Loads the pictures of a report. Only PNG and JPEG: players of both standards know no others, so GIF and WebP become PNG. What can't be
 * opened or is of another kind is told by its text alternative.
 */
export async function loadImages(report: PreparedReport, assets: Assets): Promise<Map<string, BookImage>> {
  const wanted = new Set<string>();
  walk([...report.root.children, ...report.notes.map((note) => note.definition)] as ReportNode[], (node) => {
    if (is(node, 'figure')) wanted.add(node.src);
    if (is(node, 'image')) wanted.add(node.url);
    if (is(node, 'card') && node.src) wanted.add(node.src);
  });
  const images = new Map<string, BookImage>();
  for (const path of wanted) {
    const asset = await assets.load(path).then(still, () => undefined);
    const ending = asset && endings[asset.mediaType];
    if (asset === undefined || ending === undefined) continue;
    images.set(path, { path: `image-${images.size + 1}.${ending}`, mediaType: asset.mediaType, body: asset.body });
  }
  return images;
}

async function still(asset: Asset): Promise<Asset | undefined> {
  if (!isStillable(asset)) return asset;
  const picture = await stillPicture(asset);
  return 'png' in picture ? picture.png : undefined;
}
