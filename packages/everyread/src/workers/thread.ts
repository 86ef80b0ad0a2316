import { EveryreadError, type ErrorCode } from '@everyread/core';
import { Worker } from 'node:worker_threads';
import type { EngineSpec } from './engine-spec.js';
import type { FromWorker, ToWorker } from './messages.js';

type Answer = Extract<FromWorker, { ok: true }>;
type Question = ToWorker extends infer Each ? (Each extends ToWorker ? Omit<Each, 'id'> : never) : never;

/**
 * How much a thread may make before the collector looks. Each sentence of the embedded voice leaves an instance of its program
 * behind: a small nursery makes the collector run often enough. eSpeak NG leaves thousands of small things that live for a moment.
 */
const nurseryMb = (spec: EngineSpec | undefined): number => (spec?.engine === 'espeak' ? 24 : 4);

/** One worker thread, asked by promises. */
export class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  #next = 0;
  #dead: EveryreadError | undefined;

  /** @param spec - the engine, for a thread that speaks; one that encodes has none */
  constructor(script: URL, spec?: EngineSpec) {
    this.#worker = new Worker(script, { workerData: spec, resourceLimits: { maxYoungGenerationSizeMb: nurseryMb(spec) } });
    this.#worker.on('message', (reply: FromWorker) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (this.#waiting.size === 0) this.#worker.unref();
      if (reply.ok) waiting?.resolve(reply);
      else
        waiting?.reject(new EveryreadError(reply.code as ErrorCode, reply.message, reply.hint === undefined ? {} : { hint: reply.hint }));
    });
    this.#worker.on('error', (cause) =>
      this.#die(
        new EveryreadError('engine', 'A thread of the narration failed', {
          hint: 'Run the command again: finished sentences are kept.',
          cause,
        }),
      ),
    );
    this.#worker.on('exit', () => this.#die(new EveryreadError('engine', 'A thread of the narration ended')));
    this.#worker.unref();
  }

  ask(question: Question, transfer: ArrayBuffer[] = []): Promise<Answer> {
    if (this.#dead !== undefined) return Promise.reject(this.#dead);
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ...question, id }, transfer);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #die(error: EveryreadError): void {
    this.#dead ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
