import type { Asset, Assets } from '../contracts/assets.js';
import { EveryreadError } from '../contracts/message.js';
import { makeAsset } from './sniff.js';

/**
 * Assets held in memory: for browsers, tests and other people's tools.
 *
 * @param files - path as the report writes it → bytes
 */
export function memoryAssets(files: Readonly<Record<string, Uint8Array>>): Assets {
  const loaded = new Map<string, Asset>();
  return {
    async load(path) {
      const known = loaded.get(path);
      if (known) return known;
      const bytes = Object.hasOwn(files, path) ? files[path] : undefined;
      if (bytes === undefined)
        throw new EveryreadError('asset', `The file ${path} was not found`, { hint: 'Check the name, capitals included.' });
      const asset = makeAsset(path, bytes);
      if (asset === undefined)
        throw new EveryreadError('asset', `The file ${path} is not a picture that Everyread knows`, {
          hint: 'Use PNG, JPEG, GIF, WebP or SVG.',
        });
      loaded.set(path, asset);
      return asset;
    },
  };
}
