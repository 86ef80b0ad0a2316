import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { makeAsset, type Asset, type Assets } from '@everyread/core';
import { AssetError } from './asset-error.js';
import { otherKind } from './other-kind.js';
import { isWhole } from './whole.js';

/** The largest file that a report may use unless the caller says otherwise: 20 MB. */
export const defaultMaxAssetBytes = 20 * 1024 * 1024;

/**
 * Opens the files of a report from one folder, and nothing outside it: no `..`, no absolute path, no address, no
 * link that leads out, nothing that is not a file, nothing too large. What a file is its bytes say.
 *
 * @param folder - the folder of the document
 * @param options - `maxBytes`: the largest file, in bytes; default 20 MB
 */
export function folderAssets(folder: string, options: { maxBytes?: number } = {}): Assets {
  const maxBytes = options.maxBytes ?? defaultMaxAssetBytes;
  const loaded = new Map<string, Promise<Asset>>();
  return {
    load(path) {
      const known = loaded.get(path);
      if (known) return known;
      const asset = loadAsset(folder, path, maxBytes);
      loaded.set(path, asset);
      return asset;
    },
  };
}

async function loadAsset(folder: string, path: string, maxBytes: number): Promise<Asset> {
  refuseOutside(path);
  const root = await realpath(resolve(folder));
  const body = await readInside(root, path, maxBytes);
  const asset = makeAsset(path, body);
  if (asset === undefined)
    throw new AssetError(
      'image-type',
      `The file ${path} is not a picture that Everyread knows: its bytes are ${otherKind(body) ?? 'not those of PNG, JPEG, GIF, WebP or SVG'}`,
    );
  if (!isWhole(asset))
    throw new AssetError(
      'image-corrupt',
      asset.mediaType.startsWith('font/')
        ? `The typeface ${path} is damaged: it is cut off, or its tables can’t be read`
        : `The picture ${path} is damaged: it is cut off, has no size, or other bytes than it was saved with`,
    );
  return asset;
}

function refuseOutside(path: string): void {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path) || path.startsWith('//')) {
    throw new AssetError('image-outside', `The file ${path} is an address; Everyread opens only files in the folder of the report`);
  }
  if (isAbsolute(path) || /^[a-z]:/i.test(path) || path.startsWith('\\')) {
    throw new AssetError('image-outside', `The file ${path} has an absolute path; Everyread opens only files in the folder of the report`);
  }
  if (path.split(/[\\/]/).includes('..')) {
    throw new AssetError('image-outside', `The file ${path} leads out of the folder of the report`);
  }
  if (path === '' || path.includes('\0')) throw new AssetError('image-missing', 'The name of the file is empty');
}

async function readInside(root: string, path: string, maxBytes: number): Promise<Uint8Array> {
  const real = await realName(root, path);
  // The real name is opened without following links, so nobody can swap the file for a link in between.
  const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW).catch((cause: unknown) => {
    throw new AssetError('image-missing', `The file ${path} can't be opened`, cause);
  });
  try {
    const { size } = await file.stat().then((stat) => {
      if (!stat.isFile()) throw new AssetError('image-type', `${path} is not a file`);
      return stat;
    });
    if (size > maxBytes)
      throw new AssetError('image-too-large', `The file ${path} has ${megabytes(size)} MB; at most ${megabytes(maxBytes)} MB are allowed`);
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } finally {
    await file.close();
  }
}

async function realName(root: string, path: string): Promise<string> {
  const names = [path, decode(path)];
  for (const name of new Set(names)) {
    const real = await realNameOf(root, name);
    if (real !== undefined) return real;
  }
  const near = await nearName(root, decode(path));
  // What lies outside is not even named.
  const real = near === undefined ? undefined : await realNameOf(root, near).catch(() => undefined);
  // The same letters, written by another system: macOS takes accents apart.
  if (real !== undefined && names.some((name) => name.normalize('NFC') === near?.normalize('NFC'))) return real;
  const slashes = path.includes('\\') ? ': its name is written with \\ in place of /' : '';
  const instead = real === undefined ? '' : `; there is ${near ?? ''}`;
  throw new AssetError('image-missing', `The file ${path} was not found${slashes}${instead}`);
}

async function realNameOf(root: string, name: string): Promise<string | undefined> {
  refuseOutside(name);
  const real = await realpath(resolve(root, name)).catch(() => undefined);
  if (real !== undefined && real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new AssetError('image-outside', `The file ${name} is a link that leads out of the folder of the report`);
  return real;
}

/** A file whose name differs only by capitals, by how its accents are written or by the slashes between its folders. */
async function nearName(root: string, path: string): Promise<string | undefined> {
  const found: string[] = [];
  for (const part of path.split(/[\\/]/).filter((each) => each !== '.')) {
    const names = await readdir(join(root, ...found)).catch(() => []);
    const same = (fold: (name: string) => string): string | undefined => names.find((name) => fold(name) === fold(part));
    const name = same((each) => each.normalize('NFC')) ?? same((each) => each.normalize('NFC').toLowerCase());
    if (name === undefined) return undefined;
    found.push(name);
  }
  return found.join('/');
}

/** Markdown writes a blank in an address as `%20`. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1);
}
