import {
  type Asset,
  childrenOf,
  type Context,
  is,
  loadAsset,
  pictureEndings,
  type PreparedReport,
  type ReportNode,
  ruleMessage,
  walk,
} from '@everyread/core';
import type { Node } from 'unist';
import { epubRules } from '../messages.js';
import type { FileNames } from './file-names.js';

/** A picture of the book. Its bytes are opened again when the book is written, so that many need no memory. */
export interface Picture {
  /** As the report writes it. */
  path: string;
  /** In the book, relative to the package document. */
  href: string;
  mediaType: string;
  width?: number;
  height?: number;
}

/** Opens every picture that the report uses. What can't be used is a message, and its text alternative stands in its place. */
export async function loadPictures(
  report: PreparedReport,
  names: FileNames,
  context: Pick<Context, 'assets' | 'message' | 'signal'>,
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const [path, node] of picturesOf(report)) {
    context.signal.throwIfAborted();
    const picture = await loadPicture(path, node, names, context);
    if (picture !== undefined) pictures.set(path, picture);
  }
  return pictures;
}

function picturesOf(report: PreparedReport): Map<string, Node | undefined> {
  const wanted = new Map<string, Node | undefined>();
  const want = (path: string | undefined, node?: Node): void => {
    if (path && !wanted.has(path)) wanted.set(path, node);
  };
  want(report.meta.cover);
  want(report.meta.theme?.logo);
  const look = (node: ReportNode): void => {
    if (is(node, 'image')) want(node.url, node);
    else if (is(node, 'figure') || is(node, 'card')) want(node.src, node);
  };
  if (report.edition.images) {
    walk(report.root.children, look);
    for (const note of report.notes) walk(childrenOf(note.definition), look);
  }
  return wanted;
}

async function loadPicture(
  path: string,
  node: Node | undefined,
  names: FileNames,
  context: Pick<Context, 'assets' | 'message'>,
): Promise<Picture | undefined> {
  const say = (id: keyof typeof epubRules, reason: string, note?: string): void =>
    context.message(ruleMessage(epubRules[id], { node, source: 'epub', reason, ...(note ? { note } : {}) }));
  const asset = await loadAsset(path, context.assets, (reason, note) => say('epub-picture-missing', reason, note));
  if (!asset) return undefined;
  const ending = pictureEndings[asset.mediaType];
  if (ending === undefined) {
    say('epub-picture-missing', `The file ${path} is not a picture (${asset.mediaType})`);
    return undefined;
  }
  const fault = faultOf(asset);
  if (fault !== undefined) {
    say(fault, `The picture ${path} ${fault === 'epub-picture-active' ? 'holds a script or a linked file' : 'is cut short or no picture'}`);
    return undefined;
  }
  if (asset.mediaType === 'image/webp') say('epub-picture-webp', `The picture ${path} is WebP`);
  if (asset.body.length > 4_000_000 || (asset.width ?? 0) * (asset.height ?? 0) > 16_000_000) {
    say(
      'epub-picture-large',
      `The picture ${path} has ${(asset.body.length / 1e6).toFixed(1)} MB and ${asset.width ?? '?'} by ${asset.height ?? '?'} pixels`,
    );
  }
  return {
    path,
    href: `images/${names.fresh(path, ending)}`,
    mediaType: asset.mediaType,
    ...(asset.width && asset.height ? { width: asset.width, height: asset.height } : {}),
  };
}

/** Scripts, events, and whatever is fetched: `javascript:`, addresses, other files, entities. */
const active =
  /<script|<foreignObject|<!ENTITY|\son[a-z]+\s*=|(?:href|src)\s*=\s*["'](?!#|data:image\/(?:png|jpeg|gif);)|url\(\s*["']?(?!#|["']?#)|@import|<\?xml-stylesheet/i;

function faultOf(asset: Asset): 'epub-picture-damaged' | 'epub-picture-active' | undefined {
  if (asset.mediaType === 'image/svg+xml') {
    const text = new TextDecoder().decode(asset.body);
    if (active.test(text)) return 'epub-picture-active';
    return /<\/svg\s*>\s*$/.test(text.trimEnd()) ? undefined : 'epub-picture-damaged';
  }
  return isWhole(asset) ? undefined : 'epub-picture-damaged';
}

function isWhole({ mediaType, body, width, height }: Asset): boolean {
  const tail = (length: number): number[] => [...body.subarray(-length)];
  switch (mediaType) {
    case 'image/png':
      return !!width && !!height && tail(64).some((_, at, all) => String.fromCharCode(...all.slice(at, at + 4)) === 'IEND');
    case 'image/jpeg':
      return !!width && !!height && body.lastIndexOf(0xd9) > 2 && body[body.lastIndexOf(0xd9) - 1] === 0xff;
    case 'image/gif':
      return !!width && !!height && tail(8).includes(0x3b);
    case 'image/webp':
      // RIFF: the size at byte 4 does not count the first 8 bytes, and may leave out the one that makes it even.
      return body.length >= 20 && new DataView(body.buffer, body.byteOffset).getUint32(4, true) + 8 <= body.length + 1;
    default:
      return true;
  }
}
