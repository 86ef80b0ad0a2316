import { EveryreadError, is, ruleMessage, walk, type Asset, type Context, type Note, type ReportNode, type Root } from '@everyread/core';
import { isStillable, stillPicture } from '@everyread/pictures';
import type { OpenDocument, PdfImage } from './engine/pdfkit.js';
import { checkPng } from './engine/check-png.js';
import { embedSvg } from './svg/embed-svg.js';
import { NotDrawable } from './svg/read-svg.js';
import type { FaceBook } from './text/face-book.js';
import { pdfRules } from './messages.js';
import type { LoadedImage } from './world.js';

/** Most pixels of a picture: beyond it decoding takes more memory than a browser has. */
const mostPixels = 80_000_000;

/** A picture of the report before it is put into the file. */
export interface FoundPicture {
  /** The first node that shows it, for the place of a message. */
  node: ReportNode | undefined;
  /** The file, or why it could not be had. */
  asset: Asset | string;
}

/** Loads every picture that the report uses, one after the other, so that each run makes the same bytes. */
export async function findPictures(
  root: Root,
  notes: readonly Note[],
  extra: readonly (string | undefined)[],
  context: Context,
): Promise<Map<string, FoundPicture>> {
  const wanted = new Map<string, ReportNode | undefined>();
  for (const path of extra) if (path) wanted.set(path, undefined);
  const see = (node: ReportNode): void => {
    const path = is(node, 'figure') ? node.src : is(node, 'image') ? node.url : is(node, 'card') ? node.src : undefined;
    if (path && !wanted.has(path)) wanted.set(path, node);
  };
  walk(root.children as ReportNode[], see);
  for (const note of notes) walk([note.definition], see);
  const found = new Map<string, FoundPicture>();
  if (!context.edition.images) return found;
  for (const [path, node] of wanted) {
    try {
      found.set(path, { node, asset: await context.assets.load(path) });
    } catch (error) {
      if (error instanceof EveryreadError && error.code === 'aborted') throw error;
      found.set(path, { node, asset: reasonOf(error) });
    }
  }
  return found;
}

/** Every character in the drawings: their words need faces too. */
export function* drawnText(found: ReadonlyMap<string, FoundPicture>): Iterable<string> {
  for (const { asset } of found.values())
    if (typeof asset !== 'string' && asset.mediaType === 'image/svg+xml') yield new TextDecoder().decode(asset.body);
}

/** Puts every picture into the file. */
export async function embedPictures(
  found: ReadonlyMap<string, FoundPicture>,
  document: OpenDocument,
  book: FaceBook,
  context: Context,
): Promise<Map<string, LoadedImage>> {
  const images = new Map<string, LoadedImage>();
  for (const [path, { node, asset }] of found) {
    let loaded: LoadedImage;
    const stopped = (): void =>
      context.message(
        ruleMessage(pdfRules['pdf-picture-still'], {
          source: 'pdf',
          node,
          reason: `Of the moving picture ${path} the PDF shows the first frame`,
        }),
      );
    try {
      loaded = typeof asset === 'string' ? { reason: asset } : await embed(asset, document, book, `D${images.size + 1}`, stopped);
    } catch (error) {
      loaded = { reason: reasonOf(error) };
    }
    images.set(path, loaded);
    if ('reason' in loaded) {
      context.message(
        ruleMessage(pdfRules['pdf-image'], {
          source: 'pdf',
          node,
          reason: `The picture ${path} is not in the PDF: ${loaded.reason}`,
        }),
      );
    }
  }
  return images;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @param stopped - is told of a picture that moves, of which the first frame is shown */
async function embed(asset: Asset, document: OpenDocument, book: FaceBook, label: string, stopped: () => void): Promise<LoadedImage> {
  if (isStillable(asset)) {
    const still = await stillPicture(asset);
    if ('fault' in still) return { reason: `it ${still.fault}` };
    if (still.isAnimated) stopped();
    return embed(still.png, document, book, label, stopped);
  }
  if (asset.mediaType === 'image/svg+xml') return embedDrawing(asset, document, book, label);
  if (asset.mediaType !== 'image/png' && asset.mediaType !== 'image/jpeg')
    return { reason: `${formatName(asset)} pictures can’t be put into a PDF` };
  if ((asset.width ?? 0) * (asset.height ?? 0) > mostPixels)
    return { reason: `it has ${asset.width} by ${asset.height} pixels, more than any page can show` };
  if (asset.mediaType === 'image/png') {
    const fault = checkPng(asset.body);
    if (fault) return { reason: fault };
  } else if (!endsAsJpeg(asset.body)) return { reason: 'the file is cut short' };
  let image: PdfImage;
  try {
    image = document.openImage(asset.body);
  } catch (error) {
    return { reason: `the file is damaged (${error instanceof Error ? error.message : String(error)})` };
  }
  // PDF/A-2 allows CMYK only with a CMYK output intent (ISO 19005-2 6.2.4.3); this file's is sRGB.
  if (image.colorSpace === 'DeviceCMYK') return { reason: 'it is a JPEG in CMYK colours, which look different on every screen' };
  await embedded(image, document);
  const turned = (image.orientation ?? 1) > 4;
  const [width, height] = turned ? [image.height, image.width] : [image.width, image.height];
  if (!(width > 0 && height > 0)) return { reason: 'it has no size' };
  // CSS pixels are 1/96 inch, points 1/72.
  return { image, widthPt: width * 0.75, heightPt: height * 0.75 };
}

/** A drawing, with the reason where it is more than lines, surfaces and words. */
function embedDrawing(asset: Asset, document: OpenDocument, book: FaceBook, label: string): LoadedImage {
  const { width, height } = asset;
  if (!(width && height)) return { reason: 'the drawing says neither its size nor its view box' };
  try {
    const image = embedSvg(new TextDecoder().decode(asset.body), width, height, book, document, label);
    return { image, widthPt: width * 0.75, heightPt: height * 0.75 };
  } catch (error) {
    if (error instanceof NotDrawable) return { reason: `the drawing ${error.message}` };
    throw error;
  }
}

/** Some PNGs are decoded in steps: the object is complete when pdfkit ends it. */
function embedded(image: PdfImage, document: OpenDocument): Promise<void> {
  const finalize = image.finalize?.bind(image);
  if (finalize === undefined) {
    image.embed(document);
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    image.finalize = () => {
      finalize();
      resolve();
    };
    image.embed(document);
  });
}

function formatName(asset: Asset): string {
  return asset.mediaType.replace(/^.*\//, '').replace('+xml', '').toUpperCase();
}

function endsAsJpeg(body: Uint8Array): boolean {
  for (let at = body.length - 2; at >= Math.max(0, body.length - 4096); at -= 1)
    if (body[at] === 0xff && body[at + 1] === 0xd9) return true;
  return false;
}
