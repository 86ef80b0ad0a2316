import {
  type Asset,
  childrenOf,
  type Context,
  is,
  loadAsset,
  type PreparedReport,
  type ReportNode,
  ruleMessage,
  walk,
} from '@everyread/core';
import { stillPicture } from '@everyread/pictures';
import type { Node } from 'unist';
import { mobiRules } from '../messages.js';

/** The pictures of a book: each is one record. */
export interface Pictures {
  /** Path in the report → number of the record among the pictures, from 1. */
  numbers: Map<string, number>;
  assets: Asset[];
  cover?: number;
}

const shown = new Set(['image/jpeg', 'image/png', 'image/gif']);

/** Opens the pictures, the cover first. What can't be used is a message, and its words stand in its place. */
export async function loadPictures(report: PreparedReport, context: Pick<Context, 'assets' | 'message' | 'signal'>): Promise<Pictures> {
  const pictures: Pictures = { numbers: new Map(), assets: [] };
  for (const [path, node] of wantedPictures(report)) {
    context.signal.throwIfAborted();
    const asset = await openPicture(path, node, context);
    if (asset === undefined) continue;
    pictures.assets.push(asset);
    pictures.numbers.set(path, pictures.assets.length);
  }
  const cover = report.meta.cover === undefined ? undefined : pictures.numbers.get(report.meta.cover);
  return { ...pictures, ...(cover === undefined ? {} : { cover }) };
}

function wantedPictures({ meta, root, notes, edition }: PreparedReport): Map<string, Node | undefined> {
  const wanted = new Map<string, Node | undefined>();
  const want = (path: string | undefined, node?: Node): void => {
    if (path && !wanted.has(path)) wanted.set(path, node);
  };
  want(meta.cover);
  if (!edition.images) return wanted;
  const look = (node: ReportNode): void => {
    if (is(node, 'image')) want(node.url, node);
    else if (is(node, 'figure') || is(node, 'card')) want(node.src, node);
  };
  walk(root.children, look);
  for (const note of notes) walk(childrenOf(note.definition), look);
  return wanted;
}

async function openPicture(path: string, node: Node | undefined, context: Pick<Context, 'assets' | 'message'>): Promise<Asset | undefined> {
  const asset = await loadAsset(path, context.assets, (reason, note) =>
    context.message(ruleMessage(mobiRules['mobi-picture-missing'], { node, source: 'mobi', reason, ...(note ? { note } : {}) })),
  );
  if (!asset) return undefined;
  if (shown.has(asset.mediaType) && asset.width && asset.height) return asset;
  let what = shown.has(asset.mediaType) ? 'is damaged' : `is ${asset.mediaType}`;
  if (asset.mediaType === 'image/webp') {
    const still = await stillPicture(asset);
    if ('png' in still) {
      if (still.isAnimated)
        context.message(
          ruleMessage(mobiRules['mobi-picture-still'], {
            node,
            source: 'mobi',
            reason: `Of the moving picture ${path} a Kindle shows the first frame`,
          }),
        );
      return still.png;
    }
    what = still.fault;
  }
  context.message(
    ruleMessage(mobiRules['mobi-picture-format'], {
      node,
      source: 'mobi',
      reason: `A Kindle can’t show ${path}: it ${what}`,
      // Only programs that use this package see it: the command turns drawings into pictures first.
      ...(asset.mediaType === 'image/svg+xml'
        ? { note: 'Save it as PNG, or pass the files through drawingsAsPng() of @everyread/docx, which runs in a browser too.' }
        : {}),
    }),
  );
  return undefined;
}
