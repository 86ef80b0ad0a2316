import { localWorkers, type AudioWorkers } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { collectOften } from './collect-often.js';
import { fliteBytes, openEngine, type EngineSpec } from './engine-spec.js';
import { Thread } from './thread.js';

/** The thread's script beside the built files; absent when the sources themselves run, as in tests. */
function scriptUrl(): URL | undefined {
  const candidates = [new URL('./workers/worker.js', import.meta.url), new URL('./worker.js', import.meta.url)];
  return candidates.find((url) => existsSync(url));
}

/**
 * Narration in threads. The result is the same for any number of them.
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
  let started: Promise<Thread[]> | undefined;
  const start = (): Promise<Thread[]> => (started ??= startThreads(spec, size, script));
  // What these voices are called is known without them: where all speech is in the cache, no thread is started.
  const known = spec.engine === 'flite' || spec.engine === 'sherpa' ? await openEngine(spec) : undefined;
  const first = known
    ? { voices: await known.voices(), fingerprint: `${known.id} ${known.fingerprint}` }
    : await (await start())[0]!.ask({ do: 'voices' }).catch(async (error: unknown) => {
        await end(started);
        throw error;
      });
  const [id = '', ...fingerprint] = (first.fingerprint ?? '').split(' ');
  let fileCount = 0;
  const fileLoad = new Map<Thread, number>();
  const filesOf = (thread: Thread): number => fileLoad.get(thread) ?? 0;
  return {
    concurrency: size,
    engine: { id, fingerprint: fingerprint.join(' ') },
    voices: () => Promise.resolve(first.voices ?? []),
    async speak(job, signal) {
      const { samples, energies } = await unlessAborted(idlest(await start()).ask({ do: 'speak', job }), signal);
      return { samples: samples!, energies: energies! };
    },
    async openFile(settings) {
      const thread = (await start()).reduce((least, each) => (filesOf(each) < filesOf(least) ? each : least));
      fileLoad.set(thread, filesOf(thread) + 1);
      const file = fileCount;
      fileCount += 1;
      await thread.ask({ do: 'open', file, settings });
      return {
        write: async (samples, gainDb, silence) =>
          (await thread.ask({ do: 'write', file, samples, gainDb, silence }, [samples.buffer as ArrayBuffer])).bytes!,
        async finish() {
          const { bytes } = await thread.ask({ do: 'finish', file });
          fileLoad.set(thread, filesOf(thread) - 1);
          return bytes!;
        },
      };
    },
    close: () => end(started),
  };
}

async function startThreads(spec: EngineSpec, size: number, script: URL): Promise<Thread[]> {
  // Compiled once, shared by all threads.
  const shared: EngineSpec =
    spec.engine === 'flite' && spec.module === undefined
      ? { engine: 'flite', module: await WebAssembly.compile((await fliteBytes()) as Uint8Array<ArrayBuffer>) }
      : spec;
  // The 20 MB that the voice was compiled from.
  collectOften(1)();
  return Array.from({ length: size }, () => new Thread(script, shared));
}

async function end(started: Promise<Thread[]> | undefined): Promise<void> {
  const threads = (await started?.catch(() => [])) ?? [];
  await Promise.all(threads.map((thread) => thread.end()));
}

const idlest = (threads: readonly Thread[]): Thread => threads.reduce((least, thread) => (thread.load < least.load ? thread : least));

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
