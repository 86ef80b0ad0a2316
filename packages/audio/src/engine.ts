/** A voice that an engine can speak with. */
export interface Voice {
  /** The engine's name for it. */
  id: string;
  /** The name for people and metadata. */
  title: string;
  /** BCP 47 tag of the language that it speaks. */
  lang: string;
  /**
   * Gain in decibels that brings its speech to −18 LUFS, where it was measured; narration then keeps it from book to
   * book, so that one changed sentence does not change the level of all others.
   */
  gainDb?: number;
  /** Mean speed in spoken characters a second, where it was measured: the check for lost speech uses it. */
  charactersPerSecond?: number;
}

/** One sentence to speak. */
export interface SpeechRequest {
  /** Words as the rules of the language made them: no markup. */
  text: string;
  voice: string;
  /** Speed, 1 = the voice's own; 0.5–2. */
  rate: number;
  signal?: AbortSignal;
}

/** The sound of one sentence. */
export interface Speech {
  /** Mono, −1 to 1. */
  pcm: Float32Array;
  /** Samples a second. */
  sampleRate: number;
}

/**
 * A speech engine. Any engine may be given to `narrate()`; it must return the same sound for the same request,
 * whatever it spoke before, or narrations are not repeatable.
 */
export interface SpeechEngine {
  /** Short name, such as `flite`. */
  readonly id: string;
  /** Name, version and settings that change the sound: part of every cache key. */
  readonly fingerprint: string;
  voices(): Promise<readonly Voice[]>;
  /** @throws {EveryreadError} code `engine` when it fails */
  synthesise(request: SpeechRequest): Promise<Speech>;
  /** Lets go of what only the next sentence would need: all are spoken, and encoding begins. */
  rest?(): void;
  /** Frees what the engine holds. */
  close?(): Promise<void>;
}
