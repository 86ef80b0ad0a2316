import { narrate, type AudioCache, type AudioWorkers, type NarrateContext, type NarrateOptions } from '@everyread/audio';
import type { Narration, PreparedReport } from '@everyread/core';
import { join } from 'node:path';
import { cacheFolder } from '../cache/cache-folder.js';
import { fileCache } from '../cache/file-cache.js';
import type { EngineSpec } from './engine-spec.js';
import { threadWorkers } from './thread-workers.js';

/** How this machine narrates. */
export interface NarratorOptions extends Omit<NarrateOptions, 'workers' | 'cache'> {
  /** Default: the embedded voice. */
  engine?: EngineSpec;
  /** Threads; default: one for each processor, at most four. */
  threads?: number;
  /** Folder of the cache; default: the user's cache folder. */
  cacheFolder?: string;
  /** Used in place of a folder. */
  cache?: AudioCache;
}

/** Speaks reports; threads are started at the first and live until `close()`. */
export interface Narrator {
  narrate(report: PreparedReport): Promise<Narration>;
  close(): Promise<void>;
}

/** Makes a narrator: what `runJob` needs for MP3, talking books and read-aloud. */
export function createNarrator(options: NarratorOptions, context: NarrateContext): Narrator {
  const { engine = { engine: 'flite' }, threads, cacheFolder: folder, cache, ...rest } = options;
  let workers: Promise<AudioWorkers> | undefined;
  const store = cache ?? fileCache(join(folder ?? cacheFolder(), 'speech-1'));
  return {
    async narrate(report) {
      workers ??= threadWorkers(engine, threads);
      return narrate(report, { ...rest, workers: await workers, cache: store }, context);
    },
    async close() {
      const open = await workers?.catch(() => undefined);
      await open?.close();
      workers = undefined;
    },
  };
}
