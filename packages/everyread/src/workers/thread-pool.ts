import type { Thread } from './thread.js';

/** Threads of one kind: started when one is needed, ended when none is. */
export class ThreadPool {
  readonly #start: () => Promise<Thread[]>;
  /** How many jobs each thread has. */
  readonly #jobs = new Map<Thread, number>();
  #started: Promise<Thread[]> | undefined;
  #taking = 0;

  constructor(start: () => Promise<Thread[]>) {
    this.#start = start;
  }

  /** The thread with the fewest jobs, for a job that lasts until `release()`. */
  async take(): Promise<{ thread: Thread; release: () => void }> {
    this.#taking += 1;
    try {
      const threads = await (this.#started ??= this.#start());
      const thread = threads.reduce((least, each) => (this.#jobsOf(each) < this.#jobsOf(least) ? each : least));
      this.#jobs.set(thread, this.#jobsOf(thread) + 1);
      return { thread, release: () => void this.#jobs.set(thread, this.#jobsOf(thread) - 1) };
    } catch (error) {
      this.#started = undefined;
      throw error;
    } finally {
      this.#taking -= 1;
    }
  }

  /** Runs a job in the thread with the fewest. */
  async use<T>(job: (thread: Thread) => Promise<T>): Promise<T> {
    const { thread, release } = await this.take();
    return job(thread).finally(release);
  }

  /** Ends the threads, unless one of them is at work. */
  async rest(): Promise<void> {
    if (this.#taking === 0 && [...this.#jobs.values()].every((jobs) => jobs === 0)) await this.end();
  }

  /** Ends the threads; the next job starts new ones. */
  async end(): Promise<void> {
    const started = this.#started;
    this.#started = undefined;
    this.#jobs.clear();
    const threads = (await started?.catch(() => [])) ?? [];
    await Promise.all(threads.map((thread) => thread.end()));
  }

  #jobsOf(thread: Thread): number {
    return this.#jobs.get(thread) ?? 0;
  }
}
