/** The kinds of emphasis that a Braille code has signs for. */
export type Emphasis = 'italic' | 'bold' | 'underline';

/** One stretch of text of one kind. */
export interface Run {
  text: string;
  emphasis?: Emphasis;
}

/** Braille for a line of text. */
export interface Translation {
  /** Cells as Unicode Braille patterns, U+2800 to U+283F; a blank cell is U+2800. */
  cells: string;
  /**
   * For each cell, the offset in the joined text of the runs (UTF-16 code units) of the character that it
   * came from. Never falls.
   */
  source: Int32Array;
}

/** Who translated: recorded in the output. */
export interface EngineInfo {
  /** Such as `liblouis (embedded)`. */
  name: string;
  /** Version as the engine tells it, such as `3.2.0`. */
  version: string;
}

/** A table list that is ready for use. */
export interface LoadedTable {
  /** Names of the files, corrections last. */
  files: readonly string[];
  /** SHA-256 of all the bytes that the table is made of, in hexadecimal. */
  sha256: string;
  /** Translates; a run's characters must be ones that {@link knows} says yes to. */
  translate(runs: readonly Run[]): Translation;
  /** Turns cells back to print, for proofs. */
  backTranslate(cells: string): string;
  /** Whether the table has Braille for a character. */
  knows(character: string): boolean;
}

/**
 * An engine that turns text into Braille. Three are at hand: the embedded build of liblouis, the system's
 * liblouis, and any Emscripten build that the caller passes.
 */
export interface Translator {
  readonly info: EngineInfo;
  /**
   * Makes a table ready.
   *
   * @param files - table files in the order of liblouis' table list, corrections last
   * @throws {EveryreadError} `engine` when a file is missing or does not compile
   */
  open(files: readonly TableFile[]): Promise<LoadedTable>;
}

/** A table file with its text, which is taken instead of the engine's own. */
export interface TableText {
  readonly name: string;
  readonly text: string;
  /** Print as the table reads it, as long as what was given: with characters that the table has rules of its own for. */
  rewrite?(print: string): string;
  /** Print that the table gave back, with the characters that it was given. */
  restore?(print: string): string;
}

/** A table file by name, or one with its text. */
export type TableFile = string | TableText;
