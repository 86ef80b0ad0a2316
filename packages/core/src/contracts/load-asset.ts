import { EveryreadError } from './message.js';
import type { Asset, Assets } from './assets.js';

/**
 * Loads a file that the report names; one that can't be had is for the format to report, and the rest of the edition is made.
 *
 * @param missing - is told why, and what to do
 * @throws what is no fault of the file
 */
export async function loadAsset(
  path: string,
  assets: Assets,
  missing: (reason: string, note?: string) => void,
): Promise<Asset | undefined> {
  try {
    return await assets.load(path);
  } catch (cause) {
    if (!(cause instanceof EveryreadError && cause.code === 'asset')) throw cause;
    missing(cause.message, cause.hint);
    return undefined;
  }
}
