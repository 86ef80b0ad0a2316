import { audioRules, chooseVoice, languageName } from '@everyread/audio';
import { EveryreadError, primaryLanguage, ruleMessage, type Meta, type PlaceOfMeta } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { EngineSpec } from '../workers/engine-spec.js';
import { findVoice, voicesOf } from './find-voice.js';
import type { KnownVoice } from './known-voices.js';
import { nameFor } from './other-speakers.js';

/** What is known where a report asks for voices. */
export interface ReportVoicesSettings {
  /** What who builds has named: it comes before what the report asks for. */
  voice?: string | undefined;
  engine?: EngineSpec | undefined;
  voices?: Readonly<Record<string, string>> | undefined;
  known: readonly KnownVoice[];
  placeOf?: PlaceOfMeta | undefined;
  /** Told of each voice that is not there. */
  message: (message: VFileMessage) => void;
}

/** Names of voices that are on this machine and speak the languages that they are named for. */
export interface ReportVoices {
  /** Of the report's own language. */
  own?: string;
  /** Language → voice. */
  others: Record<string, string>;
}

/**
 * The voices that a report asks for in its front matter, as far as who builds names none for the language. Anyone may have written the
 * report: a name stands for a voice that is built in, that the system has, or that was made known here, and for nothing else.
 */
export async function voicesOfReport(meta: Meta, settings: ReportVoicesSettings): Promise<ReportVoices> {
  const main = primaryLanguage(meta.lang);
  const taken = new Set(Object.keys(settings.voices ?? {}).map(primaryLanguage));
  if (settings.voice !== undefined || settings.engine !== undefined) taken.add(main);
  const others: Record<string, string> = {};
  for (const [lang, name] of Object.entries(meta.voices ?? {})) {
    if (taken.has(primaryLanguage(lang))) continue;
    const fault = await faultOf(name, lang, settings.known);
    if (fault === undefined) others[lang] = name;
    else {
      const place = settings.placeOf?.(['voices', lang]);
      settings.message(ruleMessage(audioRules['voice-unknown'], { source: 'audio', reason: fault, ...(place ? { place } : {}) }));
    }
  }
  const own = taken.has(main) ? undefined : nameFor(others, meta.lang);
  return { ...(own === undefined ? {} : { own }), others };
}

/** Why a voice can't speak a language here, in a sentence. */
async function faultOf(name: string, lang: string, known: readonly KnownVoice[]): Promise<string | undefined> {
  try {
    const { engine, voice } = await findVoice(name, known);
    const chosen = chooseVoice(await voicesOf(engine), lang, voice);
    return chosen === undefined ? `The voice ${name} does not speak ${languageName(lang)} (${lang}) on this machine` : undefined;
  } catch (error) {
    if (error instanceof EveryreadError && error.code === 'misuse') return `There is no voice “${name}” on this machine`;
    throw error;
  }
}
