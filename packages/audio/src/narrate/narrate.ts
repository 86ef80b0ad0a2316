import {
  EveryreadError,
  ruleMessage,
  type Clip,
  type Context,
  type Narration,
  type NarrationFile,
  type PreparedReport,
} from '@everyread/core';
import { memoryCache } from '../cache/cache.js';
import { contentKey } from '../cache/seal.js';
import type { Voice } from '../engine.js';
import { audioRules } from '../messages.js';
import { encoderDelaySamples } from '../mp3/encoder.js';
import type { NarrateOptions } from '../options.js';
import { defaultAnnouncements, defaultPauses } from '../plan/announce.js';
import { planSpeech } from '../plan/plan.js';
import type { SpokenUnit, UnitFile } from '../plan/unit.js';
import { encodeFiles, samplesOf } from './encode-files.js';
import { soundFileName } from './file-name.js';
import { chooseGain } from './loudness-gain.js';
import { readFile } from './file-store.js';
import { speakUnits } from './speak-units.js';
import { chooseVoice, languageName, noVoice, sameLanguage } from './voices.js';

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
}

/** A unit with the voice that speaks it and its name in the cache. */
export interface Task {
  unit: SpokenUnit;
  voice: Voice;
  /** What the engine gets; empty for a silent unit. */
  text: string;
  key: string;
  section: string;
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
  };
  const voices = await options.workers.voices();
  const voice = chooseVoice(voices, report.meta.lang, options.voice);
  if (voice === undefined) throw noVoice(report.meta.lang, options.workers.engine.id);
  const files = planSpeech(report, {
    announce: { ...defaultAnnouncements, ...options.announce },
    pauses: { ...defaultPauses, ...options.pauses },
    say: options,
    lexicon: options.lexicon ?? [],
  });
  const tasks = await makeTasks(files, { run, voices, voice, report });
  const facts = await speakUnits(tasks.flat(), run);
  await options.workers.rest();
  const gains = new Map<string, number>();
  for (const each of new Set(tasks.flat().map((task) => task.voice))) {
    const own = tasks.flat().filter((task) => task.voice === each);
    const clips = own.map((task) => ({
      energies: facts.get(task.key)!.energies,
      silenceMs: task.unit.pauseMs,
      samples: () => samplesOf(task, run),
    }));
    gains.set(each.id, await chooseGain(clips, { sampleRate: run.sampleRate, targetLufs: options.loudnessLufs ?? -18, voice: each }));
  }
  const stored = await encodeFiles(tasks, gains, run);
  await options.workers.rest();
  return {
    narrator: voice.title,
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
    at += facts.get(task.key)!.samples + silenceSamples(task.unit.pauseMs, sampleRate);
    const end = index === tasks.length - 1 ? endMs : Math.round((at * 1000) / sampleRate);
    clips.push({ id: task.unit.id, file, beginMs, endMs: end });
    beginMs = end;
  }
  return clips;
}

interface TaskWorld {
  run: Run;
  voices: readonly Voice[];
  voice: Voice;
  report: PreparedReport;
}

async function makeTasks(files: readonly UnitFile[], world: TaskWorld): Promise<Task[][]> {
  const { run, voices, voice, report } = world;
  const { options, context } = run;
  const refused = new Set<string>();
  let refusing = '';
  const makeTask = async (unit: SpokenUnit, section: string): Promise<Task> => {
    const same = unit.lang === report.meta.lang;
    const own = same ? voice : chooseVoice(voices, unit.lang, options.voices?.[unit.lang]);
    let text = unit.spoken;
    if (own === undefined) {
      if (!refused.has(unit.lang)) {
        refused.add(unit.lang);
        context.message(
          ruleMessage(audioRules['voice-language'], {
            source: 'audio',
            reason: `No voice speaks ${languageName(unit.lang)} (${unit.lang}): the passage is not read out`,
            ...(unit.position ? { place: unit.position } : {}),
          }),
        );
      }
      // The listener is told once for each passage.
      text =
        refusing === unit.lang || !sameLanguage(report.words.lang, report.meta.lang)
          ? ''
          : report.words.spoken.otherLanguage.replace('{language}', languageName(unit.lang, report.words.lang));
    }
    refusing = own === undefined ? unit.lang : '';
    if (own !== undefined && !/[\p{L}\p{N}]/u.test(text)) {
      context.message(
        ruleMessage(audioRules['speech-empty'], {
          source: 'audio',
          reason: `“${unit.print.trim().slice(0, 60)}” holds nothing to say`,
          ...(unit.position ? { place: unit.position } : {}),
        }),
      );
      text = '';
    }
    const speaker = own ?? voice;
    const key = contentKey('clip 2', options.workers.engine.fingerprint, speaker.id, String(run.rate), String(run.sampleRate), text);
    return { unit, voice: speaker, text, key, section };
  };
  const all: Task[][] = [];
  for (const file of files) {
    const list: Task[] = [];
    for (const unit of file.units) list.push(await makeTask(unit, file.title));
    all.push(list);
  }
  return all;
}
