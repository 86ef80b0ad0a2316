import type { AudioCache } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { makeFolder } from '../output/make-folder.js';

let count = 0;

/**
 * A cache in a folder: one file for each entry, spread over 256 folders by the key's end. Entries appear by being
 * renamed, so a run that is killed, or a second run at the same time, never shows half of one.
 */
export function fileCache(folder: string): AudioCache {
  const made = new Set<string>();
  const placeOf = (key: string): { folder: string; path: string } => {
    if (!/^[a-z0-9-]+$/.test(key)) throw new EveryreadError('misuse', `“${key}” is no key of the sound cache`);
    const hash = key.replace(/^[a-z]+-/, '').slice(0, 2);
    return { folder: join(folder, hash), path: join(folder, hash, key) };
  };
  return {
    async get(key) {
      const { path } = placeOf(key);
      try {
        const bytes = await readFile(path);
        return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw ioError(folder, error);
      }
    },
    async put(key, value) {
      const place = placeOf(key);
      count += 1;
      const temporary = `${place.path}.${process.pid}-${threadId}-${count}.tmp`;
      try {
        if (!made.has(place.folder)) {
          await makeFolder(place.folder);
          made.add(place.folder);
        }
        await writeFile(temporary, value);
        await rename(temporary, place.path);
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw ioError(folder, error);
      }
    },
  };
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';

function ioError(folder: string, cause: unknown): EveryreadError {
  const full = codeOf(cause) === 'ENOSPC';
  return new EveryreadError(
    'io',
    full ? `The disk is full: the sound cache in ${folder} can't grow` : `The sound cache in ${folder} can't be used`,
    {
      hint: full
        ? 'Free some space, or name another folder with EVERYREAD_CACHE. What is finished is kept.'
        : 'Check that the folder may be written, or name another with EVERYREAD_CACHE.',
      cause,
    },
  );
}
