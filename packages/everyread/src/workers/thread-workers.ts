import { freshMemory, localWorkers, type AudioWorkers } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { collectOften } from './collect-often.js';
import { fliteBytes, openEngine, type EngineSpec } from './engine-spec.js';
import { ThreadPool } from './thread-pool.js';
import { Thread } from './thread.js';

/** The thread's script beside the built files; absent when the sources themselves run, as in tests. */
function scriptUrl(): URL | undefined {
  const candidates = [new URL('./workers/worker.js', import.meta.url), new URL('./worker.js', import.meta.url)];
  return candidates.find((url) => existsSync(url));
}

/**
 * Narration in threads: some speak and others encode, for a thread keeps what it once took. The result is the same for any number of them.
 *
 * @param spec - the engine
 * @param size - how many threads; default: one for each processor, at most four. 0 works without threads.
 */
export async function threadWorkers(
  spec: EngineSpec,
  size = Math.min(4, availableParallelism()),
  script = scriptUrl(),
): Promise<AudioWorkers> {
  if (size < 1 || script === undefined) return localWorkers(await openEngine(spec));
  // eSpeak NG is JavaScript, which each thread reads and optimises for a second or more before it is quick, so one of two speaks
  // and the other encodes what is spoken. The embedded voice needs too much memory for both at once.
  const meanwhile = spec.engine === 'espeak' ? Math.ceil((size - 1) / 2) : 0;
  const voices = new ThreadPool(async () => {
    const shared = await shareEngine(spec);
    const threads = Array.from({ length: size - meanwhile }, () => new Thread(script, shared));
    // Opening eSpeak NG takes a while: all do it at once, while this thread plans what is to be said.
    if (spec.engine === 'espeak') for (const thread of threads) thread.ask({ do: 'voices' }).catch(() => undefined);
    return threads;
  });
  const encoders = new ThreadPool(() => Promise.resolve(Array.from({ length: size }, () => new Thread(script))));
  // What these voices are called is known without them: where all speech is in the cache, no thread is started.
  const known = spec.engine === 'flite' || spec.engine === 'sherpa' ? await openEngine(spec) : undefined;
  const first = known
    ? { voices: await known.voices(), fingerprint: `${known.id} ${known.fingerprint}` }
    : await voices
        .use((thread) => thread.ask({ do: 'voices' }))
        .catch(async (error: unknown) => {
          await voices.end();
          throw error;
        });
  const [id = '', ...fingerprint] = (first.fingerprint ?? '').split(' ');
  let fileCount = 0;
  return {
    concurrency: size,
    encodeMeanwhile: meanwhile,
    engine: { id, fingerprint: fingerprint.join(' ') },
    voices: () => Promise.resolve(first.voices ?? []),
    async speak(job, signal) {
      const { samples, energies } = await unlessAborted(
        voices.use((thread) => thread.ask({ do: 'speak', job })),
        signal,
      );
      return { samples: samples!, energies: energies! };
    },
    async openFile(settings) {
      const { thread, release } = await encoders.take();
      const file = fileCount;
      fileCount += 1;
      try {
        await thread.ask({ do: 'open', file, settings });
      } catch (error) {
        release();
        throw error;
      }
      return {
        write: async (samples, gainDb, silence) =>
          (await thread.ask({ do: 'write', file, samples, gainDb, silence }, [samples.buffer as ArrayBuffer])).bytes!,
        async finish() {
          const { bytes } = await thread.ask({ do: 'finish', file });
          release();
          return bytes!;
        },
      };
    },
    async rest() {
      await Promise.all([voices.rest(), encoders.rest()]);
    },
    async close() {
      await Promise.all([voices.end(), encoders.end()]);
    },
  };
}

/** The embedded voice is compiled once, and its first memory kept once, for all threads. */
async function shareEngine(spec: EngineSpec): Promise<EngineSpec> {
  if (spec.engine !== 'flite' || spec.module !== undefined) return spec;
  const module = await WebAssembly.compile((await fliteBytes()) as Uint8Array<ArrayBuffer>);
  const memory = await freshMemory(module);
  // The 20 MB that the voice was compiled from, and the instance whose memory was copied.
  collectOften(1)();
  return { engine: 'flite', module, memory };
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = (): EveryreadError => new EveryreadError('aborted', 'The narration was cancelled');
  if (signal.aborted) {
    work.catch(() => undefined);
    return Promise.reject(stopped());
  }
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(stopped());
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
