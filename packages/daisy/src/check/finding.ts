/** Something that a book has wrong. */
export interface DaisyFinding {
  /** Permanent, kebab-case. */
  rule: string;
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
  files: ReadonlyMap<string, Uint8Array>;
  /** Reads a sound file; absent: lengths are not checked. */
  sound?: (bytes: Uint8Array) => SoundFacts;
  say(rule: string, file: string, message: string): void;
}
