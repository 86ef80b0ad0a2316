import type { DaisyRule } from '../messages.js';

/** Something that a book has wrong. */
export interface DaisyFinding {
  /** Permanent, kebab-case. */
  rule: DaisyRule;
  /** The file of the book. */
  file: string;
  message: string;
}

/** What is known of a sound file. */
export interface SoundFacts {
  durationMs: number;
  /** Whether the bit rate is the same throughout: old players can't seek otherwise. */
  constant: boolean;
}

/** What the rules share. */
export interface Checked {
  /** The file that the book begins with: ncc.html, or the package file of DAISY 3. */
  entry: string;
  files: ReadonlyMap<string, Uint8Array>;
  /** Reads a sound file; absent: lengths are not checked. */
  sound?: (bytes: Uint8Array) => SoundFacts;
  say(rule: DaisyRule, file: string, message: string): void;
}
