import { EveryreadError } from '@everyread/core';
import { contentKey } from '../cache/seal.js';
import { framesIn } from '../mp3/frames.js';
import { samplesPerFrame } from '../mp3/encoder.js';
import { getSamples } from './clip-store.js';
import { FileWriter, findFile, type StoredFile } from './file-store.js';
import { inParallel } from './in-parallel.js';
import { silenceSamples, withSilences, type Run } from './narrate.js';
import { checkAborted, speak } from './speak-all.js';
import { speakerKey } from './speakers.js';
import type { Saying, Task } from './tasks.js';

/** A sound file in the cache, with its key there. */
export interface KeptFile {
  key: string;
  file: StoredFile;
}

/** Makes files, each once: who asks for one that is being made waits for it. */
export class FileMaker {
  readonly #made = new Map<string, Promise<StoredFile>>();

  constructor(readonly run: Run) {}

  /** The file of these tasks, from the cache or made. */
  async make(tasks: readonly Task[], gains: ReadonlyMap<string, number>): Promise<KeptFile> {
    const { run } = this;
    const content = tasks
      .flatMap(withSilences)
      .map((each) => `${each.key} ${each.silenceMs} ${gains.get(speakerKey(each.speaker))!}`)
      .join('\n');
    const key = contentKey('file 4', String(run.bitrateKbps), String(run.sampleRate), content);
    let made = this.#made.get(key);
    if (made === undefined) {
      made = findFile(run.cache, key).then((found) => found ?? encodeFile(tasks, { key, gains, run }));
      this.#made.set(key, made);
    }
    return { key, file: await made };
  }
}

/** Encodes the files that are not in the cache, the longest first so that no worker waits for the last. */
export async function encodeFiles(
  files: readonly (readonly Task[])[],
  gains: ReadonlyMap<string, number>,
  maker: FileMaker,
): Promise<KeptFile[]> {
  const { run } = maker;
  const stored: KeptFile[] = new Array(files.length);
  const order = files.map((tasks, index) => ({ tasks, index })).sort((a, b) => weightOf(b.tasks) - weightOf(a.tasks) || a.index - b.index);
  let done = 0;
  await inParallel(order, run.options.workers.concurrency, async ({ tasks, index }) => {
    checkAborted(run);
    const kept = await maker.make(tasks, gains);
    stored[index] = kept;
    done += 1;
    run.options.onProgress?.({
      phase: 'encode',
      done,
      total: files.length,
      audioMs: Math.round((kept.file.samples * 1000) / run.sampleRate),
      section: tasks[0]?.section ?? '',
      fromCache: 0,
    });
    run.context.progress({ task: `encoding: ${tasks[0]?.section ?? ''}`, done, total: files.length });
  });
  return stored;
}

const weightOf = (tasks: readonly Task[]): number => tasks.reduce((sum, task) => sum + task.unit.spoken.length, 0);

async function encodeFile(
  tasks: readonly Task[],
  { key, gains, run }: { key: string; gains: ReadonlyMap<string, number>; run: Run },
): Promise<StoredFile> {
  const encoder = await run.options.workers.openFile({ bitrateKbps: run.bitrateKbps, sampleRate: run.sampleRate });
  const writer = new FileWriter(run.cache, key);
  const sayings = tasks.flatMap(withSilences);
  let next = readAhead(sayings[0], run);
  for (const [index, saying] of sayings.entries()) {
    checkAborted(run);
    const gainDb = gains.get(speakerKey(saying.speaker))!;
    const samples = (await next)!;
    const encoded = encoder.write(samples, gainDb, silenceSamples(saying.silenceMs, run.sampleRate));
    next = readAhead(sayings[index + 1], run);
    await writer.write(await encoded);
    if (index % 8 === 7) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await writer.write(await encoder.finish());
  return writer.finish(framesIn(writer.bytes, run.bitrateKbps, run.sampleRate) * samplesPerFrame);
}

/** Reads the next sound while the one before it is being encoded. */
function readAhead(saying: Saying | undefined, run: Run): Promise<Int16Array | undefined> {
  const samples = saying === undefined ? Promise.resolve(undefined) : samplesOf(saying, run);
  // It fails where it is waited for; until then it is nobody's.
  samples.catch(() => undefined);
  return samples;
}

/** The sound from the cache; a damaged entry is spoken again. */
export async function samplesOf(saying: Saying, run: Run): Promise<Int16Array> {
  const samples = await getSamples(run.cache, saying.key);
  if (samples !== undefined) return samples;
  await speak(saying, run);
  const again = await getSamples(run.cache, saying.key);
  if (again === undefined)
    throw new EveryreadError('io', 'The sound cache does not keep what is put into it', {
      hint: 'Is the disk full? Choose another folder for the cache, or free some space.',
    });
  return again;
}
