import {
  narrate,
  readPls,
  type LexiconEntry,
  type AudioCache,
  type AudioWorkers,
  type NarrateContext,
  type NarrateOptions,
} from '@everyread/audio';
import { EveryreadError, type Narration, type PreparedReport } from '@everyread/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../cache/cache-folder.js';
import { fileCache } from '../cache/file-cache.js';
import type { KnownVoice } from '../voices/known-voices.js';
import { otherSpeakers } from '../voices/other-speakers.js';
import type { EngineSpec } from './engine-spec.js';
import { threadWorkers } from './thread-workers.js';

/** How this machine narrates. */
export interface NarratorOptions extends Omit<NarrateOptions, 'workers' | 'cache' | 'speakerFor'> {
  /** Language → the name of a voice that `everyread voices` prints, for passages and words in other languages. */
  voices?: Readonly<Record<string, string>>;
  /** Default: the embedded voice. */
  engine?: EngineSpec;
  /** Threads; default: one for each processor, at most four. */
  threads?: number;
  /** W3C PLS files with words and how to say them; relative to the configuration. */
  lexiconFiles?: readonly string[];
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

/**
 * Makes a narrator: what `runJob` needs for MP3, talking books and read-aloud.
 *
 * @param known - the voices that were made known
 */
export function createNarrator(options: NarratorOptions, context: NarrateContext, known: readonly KnownVoice[] = []): Narrator {
  const {
    engine = { engine: 'flite' },
    threads,
    cacheFolder: folder,
    cache,
    lexiconFiles = [],
    lexicon = [],
    voices = {},
    ...rest
  } = options;
  let workers: Promise<AudioWorkers> | undefined;
  const open = (): Promise<AudioWorkers> => (workers ??= threadWorkers(engine, threads));
  const others = otherSpeakers({ named: voices, known, main: open, threads });
  let words: Promise<LexiconEntry[]> | undefined;
  const store = cache ?? fileCache(join(folder ?? cacheFolder(), 'speech-1'));
  return {
    async narrate(report) {
      words ??= Promise.all(lexiconFiles.map(readLexicon)).then((files) => [...lexicon, ...files.flat()]);
      const own = { ...rest, lexicon: await words, workers: await open(), cache: store };
      return narrate(report, { ...own, speakerFor: (lang) => others.speakerFor(lang) }, context);
    },
    async close() {
      const own = await workers?.catch(() => undefined);
      await Promise.all([own?.close(), others.close()]);
      workers = undefined;
    },
  };
}

async function readLexicon(path: string): Promise<LexiconEntry[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new EveryreadError('misuse', `The lexicon ${path} can't be read`, { hint: 'Check the name in `lexiconFiles`.', cause });
  }
  try {
    return readPls(text);
  } catch (cause) {
    throw new EveryreadError('misuse', `${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      hint: 'See https://www.w3.org/TR/pronunciation-lexicon/ for the form.',
      cause,
    });
  }
}
