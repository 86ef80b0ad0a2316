import { chooseVoice, languageName, type AudioWorkers, type Speaker } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import type { EngineSpec } from '../workers/engine-spec.js';
import { threadWorkers } from '../workers/thread-workers.js';
import { engineForLanguage, findVoice } from './find-voice.js';
import type { KnownVoice } from './known-voices.js';

/** Who is asked for a voice. */
export interface OtherSpeakersSettings {
  /** Language → the name of a voice that `everyread voices` prints. */
  named: Readonly<Record<string, string>>;
  known: readonly KnownVoice[];
  /** The engine of the report's own language, whose voices come first. */
  main: () => Promise<AudioWorkers>;
  threads?: number | undefined;
}

/** Voices for the languages that the report's own voice does not speak. */
export interface OtherSpeakers {
  speakerFor(lang: string): Promise<Speaker | undefined>;
  close(): Promise<void>;
}

/**
 * Finds voices for passages and words in other languages: the one that was named for the language, else one of the report's own
 * engine, else one that was made known, else eSpeak NG where it is installed. What they speak is short: one thread does it.
 */
export function otherSpeakers({ named, known, main, threads }: OtherSpeakersSettings): OtherSpeakers {
  const open = new Map<string, Promise<AudioWorkers>>();
  const workersOf = (spec: EngineSpec): Promise<AudioWorkers> => {
    const key = JSON.stringify(spec);
    let workers = open.get(key);
    if (workers === undefined) open.set(key, (workers = threadWorkers(spec, threads === 0 ? 0 : 1)));
    return workers;
  };
  return {
    async speakerFor(lang) {
      const name = nameFor(named, lang);
      if (name !== undefined) {
        const { engine, voice: id } = await findVoice(name, known);
        const workers = await workersOf(engine);
        const voice = chooseVoice(await workers.voices(), lang, id);
        await workers.rest();
        if (voice === undefined)
          throw new EveryreadError('misuse', `The voice ${name} does not speak ${languageName(lang)} (${lang})`, {
            hint: `Name another for it; \`everyread voices --lang ${lang}\` lists those that do.`,
          });
        return { workers, voice };
      }
      if (chooseVoice(await (await main()).voices(), lang, undefined) !== undefined) return undefined;
      const engine = await engineForLanguage(lang, known);
      if (engine.engine === 'flite') return undefined;
      const workers = await workersOf(engine);
      const voice = chooseVoice(await workers.voices(), lang, undefined);
      // It has told its voices, and has nothing to say before the report's own voice is done.
      await workers.rest();
      return voice && { workers, voice };
    },
    async close() {
      await Promise.all([...open.values()].map(async (workers) => (await workers.catch(() => undefined))?.close()));
    },
  };
}

/** The voice that was named for a language: with its region, or for all regions. */
export function nameFor(named: Readonly<Record<string, string>>, lang: string): string | undefined {
  const wanted = [lang.toLowerCase(), lang.toLowerCase().split('-')[0]];
  for (const tag of wanted) for (const [each, name] of Object.entries(named)) if (each.toLowerCase() === tag) return name;
  return undefined;
}
