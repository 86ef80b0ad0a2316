import { Worker } from 'node:worker_threads';
import type { Job } from '../plan/plan.js';
import type { FromRenderer, RenderWorld, ToRenderer } from './protocol.js';

/** One thread that makes editions, one at a time. */
export class RenderThread {
  /** Families of formats whose modules and engines are loaded here. */
  readonly families: Set<string>;
  readonly #worker: Worker;
  #answered: (answer: FromRenderer) => void = () => undefined;
  #death: FromRenderer | undefined;
  #asked = 0;

  /** @param first - the family that is loaded at once */
  constructor(script: URL, first: string | undefined) {
    this.families = new Set(first === undefined ? [] : [first]);
    this.#worker = new Worker(script, { workerData: [...this.families] });
    this.#worker.on('message', (answer: FromRenderer) => this.#answered(answer));
    this.#worker.on('error', (cause) => this.#die(cause));
    this.#worker.on('exit', () => this.#die());
    // A thread that waits does not keep the process.
    this.#worker.unref();
  }

  /** What it answers from now on, if it has died. */
  get death(): FromRenderer | undefined {
    return this.#death;
  }

  open(world: RenderWorld): void {
    this.#send({ do: 'open', world });
  }

  /** Makes one edition; never rejects. */
  async make({ renderer, edition, options, fileName }: Job): Promise<FromRenderer> {
    this.#worker.ref();
    const answer = await new Promise<FromRenderer>((resolve) => {
      this.#answered = resolve;
      if (this.#death) return resolve(this.#death);
      this.#send({ do: 'render', id: this.#asked++, job: { format: renderer.name, edition, options, fileName } });
    });
    this.#worker.unref();
    return answer;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(message: ToRenderer): void {
    this.#worker.postMessage(message);
  }

  #die(cause?: unknown): void {
    const reason = cause instanceof Error ? `: ${cause.message}` : '';
    const message = `The thread that made this edition ended${reason}`;
    const hint = 'Make this edition alone, with --to; free memory may be short.';
    this.#death ??= { id: -1, files: [], messages: [], failure: { code: 'engine', message, hint } };
    this.#answered(this.#death);
  }
}
