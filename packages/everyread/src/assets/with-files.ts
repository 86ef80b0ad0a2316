import { memoryAssets, type Assets } from '@everyread/core';

/** The pictures that came out of an imported document, and for every other path the files of its folder. */
export function withFiles(files: ReadonlyMap<string, Uint8Array>, others: Assets): Assets {
  const own = memoryAssets(Object.fromEntries(files));
  return { load: (path) => (files.has(path) ? own.load(path) : others.load(path)) };
}
