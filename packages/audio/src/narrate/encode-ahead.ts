import type { FileMaker } from './encode-files.js';
import { usualGain } from './loudness-gain.js';
import { speakerKey } from './speakers.js';
import type { Task } from './tasks.js';

/**
 * Encodes files while later ones are still being spoken, with the gain that their voices usually get. Which gain it is
 * is known only when all is spoken: a file that should have another is then made again, and the bytes are the same either way.
 */
export class EncodeAhead {
  /** The files that each text is in, and how many texts each file waits for. */
  readonly #filesOf = new Map<string, (readonly Task[])[]>();
  readonly #missing = new Map<readonly Task[], number>();
  readonly #ready: (readonly Task[])[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #gains = new Map<string, number>();
  readonly #lanes: number;

  constructor(
    files: readonly (readonly Task[])[],
    readonly maker: FileMaker,
  ) {
    const { options, loudnessLufs } = maker.run;
    this.#lanes = options.workers.encodeMeanwhile ?? 0;
    if (this.#lanes === 0) return;
    for (const tasks of files) {
      const sayings = tasks.flatMap((task) => task.sayings);
      for (const { speaker } of sayings) {
        const gain = usualGain(speaker.voice, loudnessLufs);
        if (gain !== undefined) this.#gains.set(speakerKey(speaker), gain);
      }
      if (sayings.some(({ speaker }) => !this.#gains.has(speakerKey(speaker)))) continue;
      const keys = new Set(sayings.map(({ key }) => key));
      this.#missing.set(tasks, keys.size);
      for (const key of keys) this.#filesOf.set(key, [...(this.#filesOf.get(key) ?? []), tasks]);
    }
  }

  /** Says that a text is spoken. */
  readonly spoken = (key: string): void => {
    for (const tasks of this.#filesOf.get(key) ?? []) {
      const left = this.#missing.get(tasks)! - 1;
      this.#missing.set(tasks, left);
      if (left === 0) this.#ready.push(tasks);
    }
    this.#next();
  };

  /** Begins no other file: all is spoken, or something failed. */
  stop(): void {
    this.#ready.length = 0;
    this.#filesOf.clear();
  }

  /** Waits for what was begun. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  #next(): void {
    while (this.#running.size < this.#lanes) {
      const tasks = this.#ready.shift();
      if (tasks === undefined) return;
      // Who needs the file hears of its failure from the maker.
      const work = this.maker.make(tasks, this.#gains).then(
        () => undefined,
        () => this.stop(),
      );
      const lane = work.then(() => {
        this.#running.delete(lane);
        this.#next();
      });
      this.#running.add(lane);
    }
  }
}
