import { EveryreadError, ruleMessage } from '@everyread/core';
import { audioRules } from '../messages.js';
import { weightedEnergies } from '../pcm/loudness.js';
import type { SpokenClip } from '../workers/workers.js';
import { isPlausible } from './check-length.js';
import { getFacts, putClip, type ClipFacts } from './clip-store.js';
import { inParallel } from './in-parallel.js';
import type { Run } from './narrate.js';
import type { Saying } from './tasks.js';

/** A silence is this long. */
const silentMs = 300;

/**
 * Speaks everything that is not in the cache, each text once: one engine after the other, so that never two take memory.
 *
 * @param spoken - called with the key of each text when its sound is in the cache
 */
export async function speakAll(sayings: readonly Saying[], run: Run, spoken?: (key: string) => void): Promise<Map<string, ClipFacts>> {
  const facts = new Map<string, ClipFacts>();
  const unique = [...new Map(sayings.map((saying) => [saying.key, saying])).values()];
  let done = 0;
  let fromCache = 0;
  let audioMs = 0;
  const tell = ({ section }: Saying): void => {
    run.options.onProgress?.({ phase: 'speak', done, total: unique.length, audioMs: Math.round(audioMs), section, fromCache });
    run.context.progress({ task: `speaking: ${section}`, done, total: unique.length });
  };
  for (const workers of new Set(unique.map((saying) => saying.speaker.workers))) {
    const own = unique.filter((saying) => saying.speaker.workers === workers);
    // With one more under way than there are threads, none waits while a sentence is stored.
    const width = workers.concurrency > 1 ? workers.concurrency - (workers.encodeMeanwhile ?? 0) + 1 : 1;
    await inParallel(own, width, async (saying) => {
      checkAborted(run);
      const known = await getFacts(run.cache, saying.key);
      if (known !== undefined) fromCache += 1;
      const clip = known ?? (await speak(saying, run));
      facts.set(saying.key, clip);
      spoken?.(saying.key);
      // Also of what an earlier run has spoken: the fault is in the book again.
      if (!isSound(saying, clip.samples, run)) tellLength(saying, clip.samples, run);
      done += 1;
      audioMs += (clip.samples * 1000) / run.sampleRate;
      tell(saying);
      // Local workers never wait: without this a signal from outside would not be seen.
      if (done % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    });
    await workers.rest();
  }
  return facts;
}

/** Speaks one text and stores it. A recording of an implausible length is made again, once. */
export async function speak(saying: Saying, run: Run): Promise<ClipFacts> {
  const clip = await record(saying, run);
  await putClip(run.cache, saying.key, clip);
  return { samples: clip.samples.length, energies: clip.energies };
}

async function record(saying: Saying, run: Run): Promise<SpokenClip> {
  if (saying.text === '') {
    const samples = new Int16Array(Math.round((silentMs * run.sampleRate) / 1000));
    return { samples, energies: weightedEnergies(new Float32Array(samples.length), run.sampleRate) };
  }
  const job = { text: saying.text, voice: saying.speaker.voice.id, rate: run.rate, sampleRate: run.sampleRate };
  const clip = await saying.speaker.workers.speak(job, run.context.signal);
  if (isSound(saying, clip.samples.length, run)) return clip;
  checkAborted(run);
  const again = await saying.speaker.workers.speak(job, run.context.signal);
  if (again.samples.length === 0)
    throw new EveryreadError(
      'engine',
      `The voice ${saying.speaker.voice.id} made no sound for “${saying.text.slice(0, 80)}”${lineOf(saying)}`,
    );
  return again;
}

const lineOf = ({ position }: Saying): string => (position === undefined ? '' : ` (line ${position.start.line})`);

/** Whether a recording of this length may hold the whole text. */
function isSound(saying: Saying, samples: number, run: Run): boolean {
  const { charactersPerSecond } = saying.speaker.voice;
  return (
    saying.text === '' ||
    isPlausible((samples * 1000) / run.sampleRate, saying.text, charactersPerSecond ?? 14, run.rate) ||
    (charactersPerSecond === undefined && samples > run.sampleRate / 10)
  );
}

function tellLength(saying: Saying, samples: number, run: Run): void {
  const seconds = (samples / run.sampleRate).toFixed(1);
  const reason = `The voice took ${seconds} s for “${saying.text.slice(0, 80)}”, which is not plausible for ${saying.text.length} characters`;
  run.context.message(
    ruleMessage(audioRules['speech-length'], { source: 'audio', reason, ...(saying.position ? { place: saying.position } : {}) }),
  );
}

export function checkAborted(run: Run): void {
  if (run.context.signal.aborted) throw new EveryreadError('aborted', 'The narration was cancelled');
}
