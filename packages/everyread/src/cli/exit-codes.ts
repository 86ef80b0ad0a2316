import { EveryreadError } from '@everyread/core';

/** How the command ends. */
export const exitCodes = {
  fine: 0,
  /** The document has errors. */
  document: 1,
  /** The command, its flags or the configuration are wrong. */
  misuse: 2,
  /** Only with --fail-on-warnings. */
  warnings: 3,
  /** An engine failed, or reading or writing did. */
  engine: 4,
  /** Ctrl+C. */
  interrupted: 130,
} as const;

/** The exit code for an error that ended the command. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof EveryreadError)) return exitCodes.engine;
  switch (error.code) {
    case 'misuse':
      return exitCodes.misuse;
    case 'document':
    case 'asset':
      return exitCodes.document;
    case 'aborted':
      return exitCodes.interrupted;
    case 'engine':
    case 'io':
      return exitCodes.engine;
  }
}
