import type { Image } from '@everyread/core';
import type { Pen } from '../pen.js';
import type { Run } from '../text/run.js';
import type { LoadedImage } from '../world.js';

/** A picture inside a line, as high as the line. */
export function writeImage(node: Image, pen: Pen): void {
  const { line, world } = pen;
  if (line === undefined) return;
  const loaded = world.images.get(node.url);
  if (!node.alt && loaded && 'image' in loaded && !line.link) return drawn(pen, loaded, undefined);
  const alt = node.alt ?? '';
  if (loaded === undefined || 'reason' in loaded) {
    pen.text(alt);
    return;
  }
  const figure = line.element.child('Figure', { alt });
  figure.attribute('Layout', 'Placement', '/Inline');
  drawn(pen, loaded, figure.leaf());
}

function drawn(pen: Pen, loaded: Extract<LoadedImage, { image: unknown }>, leaf: Run['leaf']): void {
  const { line } = pen;
  if (line === undefined) return;
  const heightPt = Math.min(line.style.sizePt * 1.15, loaded.heightPt);
  const widthPt = Math.min((loaded.widthPt * heightPt) / loaded.heightPt, pen.frame.width);
  pen.text(' ', { leaf, image: { image: loaded.image, widthPt, heightPt: (loaded.heightPt * widthPt) / loaded.widthPt } });
}
