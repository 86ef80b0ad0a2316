import type { Job } from '../plan/plan.js';
import type { FromRenderer } from './protocol.js';
import type { RenderThread } from './render-thread.js';

/** A job, and who waits for it. */
export interface Waiting {
  job: Job;
  resolve: (answer: FromRenderer) => void;
}

/** Families of formats, the longest work first: each thread begins with one of them. */
export const longest = ['docx', 'pdf', 'brf', 'mobi'];

/** Families that stay in one thread: what the first edition translated is most of the work of the others. */
const together: ReadonlySet<string> = new Set(['brf']);

/** The package that a format is of: formats of one package share their modules and engines. */
const familyOf = (format: string): string => ({ azw3: 'mobi', pef: 'brf', ebrl: 'brf' })[format] ?? format;

/**
 * Has the threads do all jobs. What a thread that died had not begun goes to the others; where none is left, all that waits
 * fails as its last job did.
 */
export function shareJobs(waiting: Waiting[], threads: readonly RenderThread[]): void {
  const resting = new Set(threads);
  const wake = (): void => {
    for (const thread of [...resting]) void work(thread);
  };
  const work = async (thread: RenderThread): Promise<void> => {
    resting.delete(thread);
    for (let next = take(waiting, thread, threads); next; next = take(waiting, thread, threads)) {
      next.resolve(await thread.make(next.job));
      if (!thread.death) continue;
      if (threads.every((each) => each.death)) for (const { resolve } of waiting.splice(0)) resolve(thread.death);
      wake();
      return;
    }
    resting.add(thread);
  };
  wake();
}

/** A job of a family that is loaded in the thread, else of one that no thread has begun, the longest first, else the next. */
function take(waiting: Waiting[], thread: RenderThread, threads: readonly RenderThread[]): Waiting | undefined {
  const begun = (family: string): boolean => threads.some((each) => !each.death && each.families.has(family));
  const free = waiting
    .map(({ job }) => familyOf(job.renderer.name))
    .filter((family) => thread.families.has(family) || !(together.has(family) && begun(family)));
  const untouched = [...longest, ...free].find((family) => free.includes(family) && !begun(family));
  const family = free.find((each) => thread.families.has(each)) ?? untouched ?? free[0];
  if (family === undefined) return undefined;
  thread.families.add(family);
  return waiting.splice(
    waiting.findIndex(({ job }) => familyOf(job.renderer.name) === family),
    1,
  )[0];
}
