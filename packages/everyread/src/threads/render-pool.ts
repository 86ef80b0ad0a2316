import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { EveryreadError } from '@everyread/core';
import { builtIns } from '../built-ins.js';
import type { Job } from '../plan/plan.js';
import { isNarrated } from '../run-job.js';
import type { FromRenderer, RenderWorld, ToRenderer } from './protocol.js';

/** Makes editions in threads. The files are the same for any number of them. */
export interface RenderPool {
  /**
   * Begins to make the editions that a thread can make: those in formats of Everyread, without a narration.
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

/** Families of formats, the longest work first: each thread begins with one of them. */
const longest = ['docx', 'pdf', 'brf', 'mobi'];

/**
 * Starts threads that load what they will need while the report is still being read.
 *
 * @param size - how many; default: one for each processor, at most four
 * @returns `undefined` where there is nothing to gain: one processor, or no built script
 */
export function startRenderPool(size = Math.min(4, availableParallelism()), script = scriptUrl()): RenderPool | undefined {
  if (size < 2 || script === undefined) return undefined;
  const begun = new Set(longest.slice(0, size));
  const threads = Array.from({ length: size }, (_, index) => new RenderThread(script, longest[index]));
  return {
    async start(jobs, world) {
      const answers = new Map<Job, Promise<FromRenderer>>();
      const waiting: Waiting[] = [];
      for (const job of jobs) {
        if (isNarrated(job) || !(await isBuiltIn(job))) continue;
        answers.set(job, new Promise((resolve) => waiting.push({ job, resolve })));
      }
      for (const thread of threads) void thread.work(waiting, begun, world);
      return answers;
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** A format from elsewhere may hold what cannot be sent to a thread. */
async function isBuiltIn({ renderer }: Job): Promise<boolean> {
  return (await builtIns.find(({ name }) => name === renderer.name)?.load()) === renderer;
}

interface Waiting {
  job: Job;
  resolve: (answer: FromRenderer) => void;
}

/** The package that a format is of: formats of one package share their modules and engines. */
const familyOf = (format: string): string => ({ azw3: 'mobi', pef: 'brf', ebrl: 'brf' })[format] ?? format;

class RenderThread {
  readonly #worker: Worker;
  readonly #families: Set<string>;
  #answered: (answer: FromRenderer) => void = () => undefined;
  #dead: EveryreadError | undefined;

  constructor(script: URL, first: string | undefined) {
    this.#families = new Set(first === undefined ? [] : [first]);
    this.#worker = new Worker(script, { workerData: [...this.#families] });
    this.#worker.on('message', (answer: FromRenderer) => this.#answered(answer));
    this.#worker.on('error', (cause) => this.#die(cause));
    this.#worker.on('exit', () => this.#die());
    this.#worker.unref();
  }

  /** Takes jobs from the list until it is empty. */
  async work(waiting: Waiting[], begun: Set<string>, world: RenderWorld): Promise<void> {
    if (waiting.length === 0) return;
    this.#worker.ref();
    this.#send({ do: 'open', world });
    for (let id = 0; ; id += 1) {
      const next = this.#choose(waiting, begun);
      if (next === undefined) break;
      next.resolve(await this.#ask(next.job, id));
    }
    this.#worker.unref();
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  /** A job of a family whose modules are loaded here, else of one that nobody has begun, the longest first, else the next. */
  #choose(waiting: Waiting[], begun: Set<string>): Waiting | undefined {
    const families = waiting.map(({ job }) => familyOf(job.renderer.name));
    const untouched = [...longest, ...families].find((family) => families.includes(family) && !begun.has(family));
    const family = families.find((each) => this.#families.has(each)) ?? untouched ?? families[0];
    const [chosen] = waiting.splice(family === undefined ? 0 : families.indexOf(family), 1);
    if (family === undefined) return chosen;
    this.#families.add(family);
    begun.add(family);
    return chosen;
  }

  #ask({ renderer, edition, options, fileName }: Job, id: number): Promise<FromRenderer> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      if (this.#dead) return resolve({ id, files: [], messages: [], failure: { code: 'engine', message: this.#dead.message } });
      this.#send({ do: 'render', id, job: { format: renderer.name, edition, options, fileName } });
    });
  }

  #send(message: ToRenderer): void {
    this.#worker.postMessage(message);
  }

  #die(cause?: unknown): void {
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    this.#dead ??= new EveryreadError('engine', `The thread that made this edition ended${reason}`);
    this.#answered({
      id: -1,
      files: [],
      messages: [],
      failure: { code: 'engine', message: this.#dead.message, hint: 'Make this edition alone, with --to; free memory may be short.' },
    });
  }
}
