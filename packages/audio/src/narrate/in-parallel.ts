/** Runs jobs, `width` at a time, in order; the first failure stops the others from starting. */
export async function inParallel<T>(jobs: readonly T[], width: number, run: (job: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < jobs.length && !failed) {
      const index = next;
      next += 1;
      try {
        await run(jobs[index]!, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.max(1, Math.min(width, jobs.length)) }, lane));
  const failure = lanes.find((lane) => lane.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
