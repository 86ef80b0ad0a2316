/** Everything of the outside that the command line touches, so that a test can stand in for it. */
export interface World {
  /** The words after the command's name. */
  argv: readonly string[];
  /** The folder in which the command runs. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Reads standard input to its end. */
  readInput(): Promise<Uint8Array>;
  /** Results. */
  out(chunk: string | Uint8Array): void | Promise<void>;
  /** Messages and progress. */
  err(text: string): void;
  /** Whether a person watches standard error in a terminal. */
  isTerminal: boolean;
  /** Aborts on Ctrl+C. */
  signal: AbortSignal;
}
