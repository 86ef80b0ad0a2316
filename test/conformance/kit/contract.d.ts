/** A tool that a check needs. */
export type Tool =
  | { command: string; apt: string }
  | { module: string }
  | { java: string }
  | { python: string; version: string }
  | { node: string }
  /** A package of npm whose files are wanted, not its program: what it depends on is left away. */
  | { packed: string; version: string };

/** A document that the editions are made from. */
export interface SampleDocument {
  name: string;
  kind: 'report' | 'example' | 'gallery' | 'node' | 'odd' | 'set';
  /** The Markdown file. */
  source: string;
  /** Flags of the command that builds it. */
  flags?: string[];
}

/** One file of one edition. */
export interface EditionFile {
  path: string;
  name: string;
  /** The ending, without the dot. */
  format: string;
  edition: string;
  mediaType: string;
  /** Whether it is the damaged copy of a proof: one finding is enough of it. */
  damaged?: boolean;
  document: SampleDocument;
}

export interface Finding {
  file?: EditionFile;
  message: string;
  rule?: string;
  place?: string;
  /** Default `error`: fails the run. */
  severity?: 'error' | 'warning';
}

/** A damage that the check must notice: of one of its files, or of what the check makes itself. */
export type Proof = FileProof | Trial;

export interface FileProof {
  name: string;
  format: string;
  /** Which of the files of this format it can damage. Default: all. */
  suits?(file: EditionFile): boolean;
  damage(bytes: Uint8Array, kit: Kit): Uint8Array | Promise<Uint8Array>;
}

export interface Trial {
  name: string;
  /** Does what the check does, with one thing wrong. @returns what it found, which must be something */
  trial(files: EditionFile[], kit: Kit): Promise<Finding[]>;
}

export interface Check {
  name: string;
  formats: string[];
  tools: Tool[];
  run(files: EditionFile[], kit: Kit): Promise<Finding[]>;
  proofs?: Proof[];
  /** Of a check without proofs: how it shows itself, at each run, that it can fail. */
  provesItself?: string;
  /** Whether it looks at whole reports of a set too, which are the same as those of the example. Default: at summaries only. */
  sets?: boolean;
}

export interface RunOptions {
  input?: string | Uint8Array;
  cwd?: string;
  env?: Record<string, string>;
  timeoutMs?: number;
  bytes?: boolean;
}

export interface RunResult {
  code: number;
  stdout: string;
  stderr: string;
  /** Standard output as bytes, with `bytes: true`. */
  body?: Uint8Array;
  seconds: number;
}

export interface Kit {
  runTool(command: string, args: string[], options?: RunOptions): Promise<RunResult>;
  /** `java` with a class path or a source file, for short runs. */
  runJava(args: string[], options?: RunOptions): Promise<RunResult>;
  runJar(jar: string, args: string[], options?: RunOptions): Promise<RunResult>;
  office(args: string[], options?: RunOptions): Promise<RunResult>;
  module(name: string): string;
  load(name: string): Promise<Record<string, unknown>>;
  /** A package of ours, as built. */
  library(name: string): Promise<Record<string, never>>;
  /** The Python that has the tools of checks. */
  python: string;
  java(name: string): { classpath: string; main: string };
  tempDir(label?: string): string;
  each<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]>;
  page<R>(work: (page: import('playwright-core').Page) => Promise<R>, options?: object): Promise<R>;
  /** What `make` gives, made at its first call and kept for all others. */
  once<R>(make: (kit: Kit) => Promise<R>): Promise<R>;
  prepared(file: EditionFile): Promise<import('@everyread/core').PreparedReport>;
  chromium: string;
}
