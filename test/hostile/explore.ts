/**
 * How far a property is tried: the same documents in every run, so that a red test says something of the change. To look further:
 * `FC_RUNS=2000 FC_SEED=7 npx vitest run test/hostile.test.ts -t brf`.
 *
 * @param runs - documents in a run that nobody told otherwise
 */
export function explore(runs: number): { numRuns: number; seed: number; interruptAfterTimeLimit: number; endOnFailure: boolean } {
  const told = Number(process.env['FC_RUNS'] ?? 0);
  return {
    numRuns: told > 0 ? told : runs,
    seed: Number(process.env['FC_SEED'] ?? 20231122),
    interruptAfterTimeLimit: told > 0 ? 3_600_000 : 60_000,
    // A smaller document that fails too is worth the wait only for whoever looks for it.
    endOnFailure: process.env['FC_SHRINK'] === undefined,
  };
}
