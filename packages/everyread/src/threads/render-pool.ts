import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { builtIns } from '../built-ins.js';
import type { Job } from '../plan/plan.js';
import { isNarrated } from '../run-job.js';
import type { FromRenderer, RenderWorld } from './protocol.js';
import { RenderThread } from './render-thread.js';
import { longest, shareJobs, type Waiting } from './share-jobs.js';

/** Makes editions in threads. The files are the same for any number of them. */
export interface RenderPool {
  /**
   * Begins to make the editions that a thread can make: those in formats of Everyread, without a narration.
   *
   * The threads end when all answers are given.
   *
   * @returns the answers to come, by job; a job without an answer is for the caller to make
   */
  start(jobs: readonly Job[], world: RenderWorld): Promise<Map<Job, Promise<FromRenderer>>>;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

/** The thread's script beside the built files; absent when the sources themselves run, as in tests. */
function scriptUrl(): URL | undefined {
  const candidates = [new URL('./threads/render-worker.js', import.meta.url), new URL('./render-worker.js', import.meta.url)];
  return candidates.find((url) => existsSync(url));
}

/**
 * Starts threads that load what they will need while the report is still being read.
 *
 * @param size - how many; default: one for each processor, at most four
 * @returns `undefined` where there is nothing to gain: one processor, or no built script
 */
export function startRenderPool(size = Math.min(4, availableParallelism()), script = scriptUrl()): RenderPool | undefined {
  if (size < 2 || script === undefined) return undefined;
  const threads = Array.from({ length: size }, (_, index) => new RenderThread(script, longest[index]));
  const end = async (): Promise<void> => void (await Promise.all(threads.map((thread) => thread.end())));
  return {
    async start(jobs, world) {
      const answers = new Map<Job, Promise<FromRenderer>>();
      const waiting: Waiting[] = [];
      for (const job of jobs) {
        if (isNarrated(job) || !(await isBuiltIn(job))) continue;
        answers.set(job, new Promise((resolve) => waiting.push({ job, resolve })));
      }
      if (waiting.length > 0) {
        for (const thread of threads) thread.open(world);
        shareJobs(waiting, threads);
      }
      // A thread keeps the memory that it took, and speaking may go on for hours.
      void Promise.all(answers.values()).then(end);
      return answers;
    },
    close: end,
  };
}

/** A format from elsewhere may hold what cannot be sent to a thread. */
async function isBuiltIn({ renderer }: Job): Promise<boolean> {
  return (await builtIns.find(({ name }) => name === renderer.name)?.load()) === renderer;
}
