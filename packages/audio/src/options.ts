import type { OptionSchema } from '@everyread/core';
import type { AudioCache } from './cache/cache.js';
import type { Mp3Settings } from './mp3/encoder.js';
import type { Speaker } from './narrate/speakers.js';
import type { Announcements, Pauses } from './plan/announce.js';
import type { LexiconEntry } from './say/lexicon.js';
import type { SayOptions } from './say/rule.js';
import type { AudioWorkers } from './workers/workers.js';

/** How far a narration is. The caller has the clock, and so the time left. */
export interface NarrationProgress {
  /** Speaking comes first, then the files are encoded. */
  phase: 'speak' | 'encode';
  /** Sentences that are spoken, or files that are encoded. */
  done: number;
  total: number;
  /** Milliseconds of speech made so far. */
  audioMs: number;
  /** The section that was worked on last. */
  section: string;
  /** Sentences that were in the cache. */
  fromCache: number;
}

/** How a report is narrated. */
export interface NarrateOptions extends SayOptions {
  /** Who speaks and encodes: `localWorkers(fliteEngine(…))`, or the threads of everyread. */
  workers: AudioWorkers;
  /** The engine's name of a voice. Default: its first voice for the report's language. */
  voice?: string;
  /** Language → voice, for passages in other languages. */
  voices?: Readonly<Record<string, string>>;
  /**
   * Who speaks a passage or words in another language, where that is not a voice of `workers`: asked first, and once for
   * each language. Nobody (`undefined`) leaves them to `workers`. They are the caller's to close.
   */
  speakerFor?: (lang: string) => Promise<Speaker | undefined>;
  /** Speed, 0.5–2. Default 1. */
  rate?: number;
  /** Where sound is kept between runs. Default: in memory, for this run. */
  cache?: AudioCache;
  /** Words and how to say them, besides those of the front matter. */
  lexicon?: readonly LexiconEntry[];
  announce?: Partial<Announcements>;
  pauses?: Partial<Pauses>;
  /** Constant bit rate in kb/s. Default 48. */
  bitrateKbps?: Mp3Settings['bitrateKbps'];
  /** Samples a second. Default 22,050. */
  sampleRate?: Mp3Settings['sampleRate'];
  /** Loudness of the whole in LUFS (ITU-R BS.1770). Default −18. */
  loudnessLufs?: number;
  onProgress?: (progress: NarrationProgress) => void;
}

/** Options of the MP3 edition. */
export interface Mp3Options {
  /** Besides the one file, one for each section with a playlist. Default true. */
  sections?: boolean;
}

/** JSON Schema of the MP3 edition's options. */
export const mp3OptionSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { sections: { type: 'boolean', default: true, description: 'Also one file for each section, with a playlist.' } },
};
