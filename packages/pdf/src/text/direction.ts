import type { Run } from './run.js';

/** The direction of a paragraph: as its passage says, else as its first words are written. */
export function directionOf(runs: readonly Run[], rtl: boolean): 'ltr' | 'rtl' | undefined {
  if (rtl) return 'rtl';
  const asked = runs[0]?.dir;
  // A paragraph that is wholly marked as of one direction has it; else its first letter decides (UAX 9 P2).
  return asked !== undefined && runs.every((run) => run.dir === asked) ? asked : undefined;
}
