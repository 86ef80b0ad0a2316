import type { Mp3Settings } from '../mp3/encoder.js';
import type { Voice } from '../engine.js';

/** One sentence to be spoken: plain values, so that it can go to another thread. */
export interface SpeakJob {
  text: string;
  voice: string;
  rate: number;
  /** The sample rate of the narration. */
  sampleRate: number;
}

/** A spoken sentence, silence trimmed, at the narration's sample rate, not yet levelled. */
export interface SpokenClip {
  samples: Int16Array;
  /** K-weighted energies for each 100 ms. */
  energies: Float32Array;
}

/** One sound file being encoded. */
export interface FileEncoder {
  /** Adds a clip at the given gain, then silence. Returns the bytes that are ready. */
  write(samples: Int16Array, gainDb: number, silenceSamples: number): Promise<Uint8Array>;
  finish(): Promise<Uint8Array>;
}

/**
 * Who does the work. `everyread` has workers in threads; {@link localWorkers} work where they are called. The
 * result must not depend on how many there are.
 */
export interface AudioWorkers {
  /** How many jobs are worth giving at once. */
  readonly concurrency: number;
  /** How many of these jobs may be files that are encoded while the others speak. Default none: first all is spoken. */
  readonly encodeMeanwhile?: number;
  /** The engine's name and fingerprint, see `SpeechEngine`. */
  readonly engine: { id: string; fingerprint: string };
  voices(): Promise<readonly Voice[]>;
  speak(job: SpeakJob, signal: AbortSignal): Promise<SpokenClip>;
  openFile(settings: Mp3Settings): Promise<FileEncoder>;
  /** Lets go of what only the next sentence or file would need: speaking is over and encoding begins, or all is done. */
  rest(): Promise<void>;
  close(): Promise<void>;
}
