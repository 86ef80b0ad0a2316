import {
  EveryreadError,
  type Clip,
  type Context,
  type Narration,
  type NarrationFile,
  type NarrationVoice,
  type PreparedReport,
} from '@everyread/core';
import { memoryCache } from '../cache/cache.js';
import type { Voice } from '../engine.js';
import { encoderDelaySamples } from '../mp3/encoder.js';
import type { NarrateOptions } from '../options.js';
import { defaultAnnouncements, defaultPauses } from '../plan/announce.js';
import { planSpeech } from '../plan/plan.js';
import { EncodeAhead } from './encode-ahead.js';
import { encodeFiles, FileMaker, samplesOf, type KeptFile } from './encode-files.js';
import { soundFileName } from './file-name.js';
import { chooseGain, type Measured } from './loudness-gain.js';
import { readFile } from './file-store.js';
import type { ClipFacts } from './clip-store.js';
import { speakAll } from './speak-all.js';
import { speakerKey, speakersFor, type Speaker } from './speakers.js';
import { makeTasks, type Saying, type Task } from './tasks.js';
import { chooseVoice, noVoice, wrongVoice } from './voices.js';

/** What narration needs of a renderer's context. */
export type NarrateContext = Pick<Context, 'message' | 'progress' | 'signal'>;

/** The parts that all steps of a narration share. */
export interface Run {
  options: NarrateOptions;
  context: NarrateContext;
  cache: NonNullable<NarrateOptions['cache']>;
  sampleRate: 16000 | 22050 | 24000;
  bitrateKbps: NonNullable<NarrateOptions['bitrateKbps']>;
  rate: number;
  loudnessLufs: number;
}

/**
 * Speaks a report: once for MP3, DAISY, EPUB overlays and HTML read-aloud together. The same report and options
 * give the same bytes, whatever the number of workers and whatever is in the cache.
 *
 * @param report - prepared with `sentences: true`
 * @throws {EveryreadError} `engine` when no voice speaks the report's language or the voice fails, `aborted`
 */
export async function narrate(report: PreparedReport, options: NarrateOptions, context: NarrateContext): Promise<Narration> {
  const rate = options.rate ?? 1;
  if (!(rate >= 0.5 && rate <= 2)) throw new EveryreadError('misuse', `The speed ${rate} is not between 0.5 and 2`);
  const run: Run = {
    options,
    context,
    rate,
    cache: options.cache ?? memoryCache(),
    sampleRate: options.sampleRate ?? 22050,
    bitrateKbps: options.bitrateKbps ?? 48,
    loudnessLufs: options.loudnessLufs ?? -18,
  };
  const voices = await options.workers.voices();
  const voice = chooseVoice(voices, report.meta.lang, options.voice);
  if (voice === undefined) {
    throw options.voice === undefined ? noVoice(report.meta.lang, options.workers.engine.id) : wrongVoice(options.voice, report.meta.lang);
  }
  const files = planSpeech(report, {
    announce: { ...defaultAnnouncements, ...options.announce },
    pauses: { ...defaultPauses, ...options.pauses },
    say: options,
    lexicon: options.lexicon ?? [],
  });
  const main: Speaker = { workers: options.workers, voice };
  const speakerOf = speakersFor({ main, lang: report.meta.lang, voices, named: options.voices, speakerFor: options.speakerFor });
  const tasks = await makeTasks(files, { run, report, main, speakerOf });
  const maker = new FileMaker(run);
  const ahead = new EncodeAhead(tasks, maker);
  let facts: Map<string, ClipFacts>;
  let stored: KeptFile[];
  try {
    facts = await speakAll(
      tasks.flat().flatMap((task) => task.sayings),
      run,
      ahead.spoken,
    ).finally(() => ahead.stop());
    const gains = await chooseGains(tasks.flat(), facts, run);
    stored = await encodeFiles(tasks, gains, maker);
  } finally {
    await ahead.settled();
  }
  await options.workers.rest();
  return {
    narrator: voice.title,
    voices: usedVoices(tasks.flat()),
    lang: report.meta.lang,
    files: files.map((file, index): NarrationFile => {
      const { key, file: entry } = stored[index]!;
      return {
        path: soundFileName(index, file.title, files.length),
        mediaType: 'audio/mpeg',
        durationMs: (entry.samples * 1000) / run.sampleRate,
        byteLength: entry.bytes,
        ...(file.sectionId === undefined ? {} : { sectionId: file.sectionId }),
        body: () => readFile(run.cache, key, entry),
      };
    }),
    clips: tasks.flatMap((list, file) =>
      clipsOf(list, file, { facts, sampleRate: run.sampleRate, endMs: Math.floor((stored[file]!.file.samples * 1000) / run.sampleRate) }),
    ),
  };
}

/** Between words of one sentence that two voices say, in milliseconds: as long as between two words. */
const changeMs = 80;

/** What is said in a unit, each with the silence after it. */
export function withSilences({ unit, sayings }: Task): (Saying & { silenceMs: number })[] {
  return sayings.map((saying, index) => ({ ...saying, silenceMs: index === sayings.length - 1 ? unit.pauseMs : changeMs }));
}

/** One gain for each voice over the whole book. */
async function chooseGains(tasks: readonly Task[], facts: ReadonlyMap<string, ClipFacts>, run: Run): Promise<Map<string, number>> {
  const clips = new Map<string, { voice: Voice; measured: Measured[] }>();
  for (const saying of tasks.flatMap(withSilences)) {
    const key = speakerKey(saying.speaker);
    const { energies } = facts.get(saying.key)!;
    const measured = { energies, silenceMs: saying.silenceMs, samples: () => samplesOf(saying, run) };
    const own = clips.get(key);
    if (own) own.measured.push(measured);
    else clips.set(key, { voice: saying.speaker.voice, measured: [measured] });
  }
  const gains = new Map<string, number>();
  for (const [key, { voice, measured }] of clips)
    gains.set(key, await chooseGain(measured, { sampleRate: run.sampleRate, targetLufs: run.loudnessLufs, voice }));
  return gains;
}

/** The voices that say something, in the order in which they are heard. */
function usedVoices(tasks: readonly Task[]): NarrationVoice[] {
  const used = new Map<string, NarrationVoice>();
  for (const { speaker, text } of tasks.flatMap((task) => task.sayings)) {
    const { voice, workers } = speaker;
    if (text !== '') used.set(speakerKey(speaker), { title: voice.title, lang: voice.lang, engine: workers.engine.fingerprint });
  }
  return [...used.values()];
}

/** Silence in samples. */
export const silenceSamples = (ms: number, sampleRate: number): number => Math.round((ms * sampleRate) / 1000);

interface ClipPlace {
  facts: ReadonlyMap<string, { samples: number }>;
  sampleRate: number;
  endMs: number;
}

/**
 * The times of the clips of one file. Decoded sound comes later than it was encoded, so every border is moved;
 * the first clip begins with the file and the last ends with it, so that clips abut and nothing is left over.
 */
function clipsOf(tasks: readonly Task[], file: number, { facts, sampleRate, endMs }: ClipPlace): Clip[] {
  const clips: Clip[] = [];
  let at = encoderDelaySamples;
  let beginMs = 0;
  for (const [index, task] of tasks.entries()) {
    for (const { key, silenceMs } of withSilences(task)) at += facts.get(key)!.samples + silenceSamples(silenceMs, sampleRate);
    const end = index === tasks.length - 1 ? endMs : Math.round((at * 1000) / sampleRate);
    clips.push({ id: task.unit.id, file, beginMs, endMs: end });
    beginMs = end;
  }
  return clips;
}
