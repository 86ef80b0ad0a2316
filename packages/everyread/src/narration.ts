import { createHash } from 'node:crypto';
import type { Meta, Narration, PlaceOfMeta, PreparedReport, ProgressEvent } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { KnownVoice } from './voices/known-voices.js';
import type { Narrator, NarratorOptions } from './workers/narrator.js';

/** Speaks a report once for all the editions that hold the same words. */
export interface SharedNarrator {
  /** @param message - told what the voice says of the report, for each edition anew: each must know whether it is sound */
  narrate(prepared: PreparedReport, message: (message: VFileMessage) => void): Promise<Narration>;
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What a shared narrator needs of the run. */
export interface NarratorContext {
  signal: AbortSignal;
  progress?: (event: ProgressEvent) => void;
  /** Where the voices that were made known are looked for; default: the environment of the process. */
  environment?: Environment;
  /** Where the report names its voices. */
  placeOf?: PlaceOfMeta;
}

interface Spoken {
  narration: Narration;
  said: readonly VFileMessage[];
}

/**
 * Makes a narrator that starts its threads at the first narration and remembers what it spoke: MP3, both kinds of
 * talking books and read-aloud share one narration where their words are the same.
 */
export function shareNarrator(options: NarratorOptions, context: NarratorContext): SharedNarrator {
  let narrator: Promise<Narrator> | undefined;
  const spoken = new Map<string, Promise<Spoken>>();
  let messages: VFileMessage[] = [];
  /** What is said of the voices that the report names. */
  const ofVoices: VFileMessage[] = [];
  const open = async (meta: Meta): Promise<Narrator> => {
    const { createNarrator } = await import('./workers/narrator.js');
    const ignore = (): void => undefined;
    const { engine, voices = {}, ...rest } = options;
    const known = await (await import('./voices/known-voices.js')).knownVoices(context.environment ?? process.env);
    const { voicesOfReport } = await import('./voices/voices-of-report.js');
    const asked = await voicesOfReport(meta, { ...options, known, placeOf: context.placeOf, message: (each) => void ofVoices.push(each) });
    const voice = options.voice ?? asked.own;
    const named = { ...(engine ? { engine } : {}), ...(voice ? { voice } : {}) };
    const speaker = await chooseSpeaker(named, meta.lang, known);
    return createNarrator(
      { ...rest, ...speaker, voices: { ...asked.others, ...voices } },
      { signal: context.signal, progress: context.progress ?? ignore, message: (message) => void messages.push(message) },
      known,
    );
  };
  /** One after the other, so that it is known which report a message is about. */
  let last: Promise<unknown> = Promise.resolve();
  const speak = async (prepared: PreparedReport): Promise<Spoken> => {
    messages = [];
    narrator ??= open(prepared.meta);
    const narration = await (await narrator).narrate(prepared);
    return { narration, said: [...ofVoices, ...messages] };
  };
  return {
    async narrate(prepared, message) {
      const key = contentOf(prepared);
      let made = spoken.get(key);
      if (!made) {
        made = last.then(() => speak(prepared));
        spoken.set(key, made);
        last = made.catch(() => undefined);
      }
      const { narration, said } = await made;
      for (const each of said) message(each);
      return narration;
    },
    async close() {
      const each = await narrator?.catch(() => undefined);
      await each?.close();
    },
  };
}

/** Who speaks: the engine that was named, the one that has the voice that was named, or one for the language. */
async function chooseSpeaker(
  { engine, voice }: Pick<NarratorOptions, 'engine' | 'voice'>,
  lang: string,
  known: readonly KnownVoice[],
): Promise<Pick<NarratorOptions, 'engine' | 'voice'>> {
  if (engine !== undefined) return { engine, ...(voice === undefined ? {} : { voice }) };
  const { engineForLanguage, findVoice } = await import('./voices/find-voice.js');
  return voice === undefined ? { engine: await engineForLanguage(lang, known) } : findVoice(voice, known);
}

/** The same for two prepared reports that are spoken alike: the same nodes with the same ids. */
function contentOf(prepared: PreparedReport): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([prepared.meta, prepared.root, prepared.notes], (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
  return hash.digest('hex');
}
