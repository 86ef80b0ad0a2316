import { scriptOf } from '../say/script.js';
import type { AudioWorkers } from '../workers/workers.js';
import type { Voice } from '../engine.js';
import { chooseVoice } from './voices.js';

/** A voice, and the workers whose engine has it. */
export interface Speaker {
  workers: AudioWorkers;
  voice: Voice;
}

/** A name for a voice among those of all engines. */
export const speakerKey = ({ workers, voice }: Speaker): string => `${workers.engine.fingerprint} ${voice.id}`;

/** How speakers are found. */
export interface SpeakerSettings {
  /** The report's own. */
  main: Speaker;
  lang: string;
  /** The voices of the report's own engine. */
  voices: readonly Voice[];
  /** Language → voice of that engine. */
  named?: Readonly<Record<string, string>> | undefined;
  /** See `NarrateOptions.speakerFor`. */
  speakerFor?: ((lang: string) => Promise<Speaker | undefined>) | undefined;
}

/**
 * Who speaks each language of a report. A language that is written in letters that are not its own, such as Bengali in
 * Latin ones, is spoken by nobody: its voices do not know them.
 */
export function speakersFor({
  main,
  lang: own,
  voices,
  named,
  speakerFor,
}: SpeakerSettings): (lang: string) => Promise<Speaker | undefined> {
  const found = new Map<string, Promise<Speaker | undefined>>([[own, Promise.resolve(main)]]);
  const find = async (lang: string): Promise<Speaker | undefined> => {
    if (scriptOf(lang) !== scriptOf(lang.split('-')[0]!)) return undefined;
    const other = await speakerFor?.(lang);
    if (other !== undefined) return other;
    const voice = chooseVoice(voices, lang, named?.[lang]);
    return voice && { workers: main.workers, voice };
  };
  return (lang) => {
    let speaker = found.get(lang);
    if (speaker === undefined) found.set(lang, (speaker = find(lang)));
    return speaker;
  };
}
