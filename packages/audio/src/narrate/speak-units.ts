import { EveryreadError, ruleMessage } from '@everyread/core';
import { audioRules } from '../messages.js';
import { weightedEnergies } from '../pcm/loudness.js';
import type { SpokenClip } from '../workers/workers.js';
import { isPlausible } from './check-length.js';
import { getFacts, putClip, type ClipFacts } from './clip-store.js';
import { inParallel } from './in-parallel.js';
import type { Run, Task } from './narrate.js';

/** A unit without words is this long. */
const silentMs = 300;

/** Speaks every unit that is not in the cache, each text once. */
export async function speakUnits(tasks: readonly Task[], run: Run): Promise<Map<string, ClipFacts>> {
  const facts = new Map<string, ClipFacts>();
  const unique = [...new Map(tasks.map((task) => [task.key, task])).values()];
  let done = 0;
  let fromCache = 0;
  let audioMs = 0;
  const tell = (task: Task): void => {
    run.options.onProgress?.({
      phase: 'speak',
      done,
      total: unique.length,
      audioMs: Math.round(audioMs),
      section: task.section,
      fromCache,
    });
    run.context.progress({ task: `speaking: ${task.section}`, done, total: unique.length });
  };
  await inParallel(unique, run.options.workers.concurrency, async (task) => {
    checkAborted(run);
    const known = await getFacts(run.cache, task.key);
    if (known !== undefined) fromCache += 1;
    const own = known ?? (await speakTask(task, run));
    facts.set(task.key, own);
    // Also of what an earlier run has spoken: the fault is in the book again.
    if (!isSound(task, own.samples, run)) tellLength(task, own.samples, run);
    done += 1;
    audioMs += (own.samples * 1000) / run.sampleRate;
    tell(task);
    // Local workers never wait: without this a signal from outside would not be seen.
    if (done % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  });
  return facts;
}

/** Speaks one unit and stores it. A recording of an implausible length is made again, once. */
export async function speakTask(task: Task, run: Run): Promise<ClipFacts> {
  const clip = await record(task, run);
  await putClip(run.cache, task.key, clip);
  return { samples: clip.samples.length, energies: clip.energies };
}

async function record(task: Task, run: Run): Promise<SpokenClip> {
  if (task.text === '') {
    const samples = new Int16Array(Math.round((silentMs * run.sampleRate) / 1000));
    return { samples, energies: weightedEnergies(new Float32Array(samples.length), run.sampleRate) };
  }
  const job = { text: task.text, voice: task.voice.id, rate: run.rate, sampleRate: run.sampleRate };
  const clip = await run.options.workers.speak(job, run.context.signal);
  if (isSound(task, clip.samples.length, run)) return clip;
  checkAborted(run);
  const again = await run.options.workers.speak(job, run.context.signal);
  if (again.samples.length === 0)
    throw new EveryreadError('engine', `The voice ${task.voice.id} made no sound for “${task.text.slice(0, 80)}”`);
  return again;
}

/** Whether a recording of this length may hold the whole text. */
function isSound(task: Task, samples: number, run: Run): boolean {
  const { charactersPerSecond } = task.voice;
  return (
    task.text === '' ||
    isPlausible((samples * 1000) / run.sampleRate, task.text, charactersPerSecond ?? 14, run.rate) ||
    (charactersPerSecond === undefined && samples > run.sampleRate / 10)
  );
}

function tellLength(task: Task, samples: number, run: Run): void {
  const seconds = (samples / run.sampleRate).toFixed(1);
  const reason = `The voice took ${seconds} s for “${task.text.slice(0, 80)}”, which is not plausible for ${task.text.length} characters`;
  run.context.message(
    ruleMessage(audioRules['speech-length'], { source: 'audio', reason, ...(task.unit.position ? { place: task.unit.position } : {}) }),
  );
}

export function checkAborted(run: Run): void {
  if (run.context.signal.aborted) throw new EveryreadError('aborted', 'The narration was cancelled');
}
