import { fliteVoices, type Voice } from '@everyread/audio';
import { EveryreadError, nearest, sameLanguage } from '@everyread/core';
import { openEngine, type EngineSpec } from '../workers/engine-spec.js';
import type { KnownVoice } from './known-voices.js';

/** An engine, and which of its voices speaks; without one, its first for the language. */
export interface ChosenVoice {
  engine: EngineSpec;
  voice?: string;
}

/** The engine of a voice that was made known. */
export const engineOf = (voice: KnownVoice): EngineSpec => ({
  engine: 'sherpa',
  folder: voice.folder,
  title: voice.name,
  ...(voice.lang ? { lang: voice.lang } : {}),
});

/**
 * Finds a voice by the name that `everyread voices` prints: one that was made known (`alba`, `kokoro/bf_emma`), one that is
 * built in (`awb`), or one of another engine (`espeak:cy`, `system:Daniel`).
 *
 * @throws {EveryreadError} `misuse`, when there is no such voice
 */
export async function findVoice(name: string, known: readonly KnownVoice[]): Promise<ChosenVoice> {
  const [, prefix, rest] = /^(flite|espeak|system):(.+)$/s.exec(name) ?? [];
  if (prefix !== undefined && rest !== undefined) return { engine: { engine: prefix as 'flite' | 'espeak' | 'system' }, voice: rest };
  const [own = '', speaker] = name.split('/', 2);
  const added = known.find((voice) => voice.name === own);
  if (added) return { engine: engineOf(added), ...(speaker ? { voice: speaker } : {}) };
  if (fliteVoices.some((voice) => voice.id === name)) return { engine: { engine: 'flite' }, voice: name };
  for (const engine of ['espeak', 'system'] as const)
    if ((await voicesOf({ engine })).some((voice) => voice.id === name)) return { engine: { engine }, voice: name };
  const near = nearest(name, [...known.map((voice) => voice.name), ...fliteVoices.map((voice) => voice.id)]);
  throw new EveryreadError('misuse', `There is no voice “${name}” on this machine`, {
    hint: `${near ? `Did you mean ${near}? ` : ''}\`everyread voices\` lists the voices; \`everyread voices add FOLDER\` adds a neural one.`,
  });
}

/**
 * The engine for a language where the user chose none: the embedded voice for English; for others a voice that was made
 * known, else eSpeak NG where its package is installed.
 */
export async function engineForLanguage(lang: string, known: readonly KnownVoice[]): Promise<EngineSpec> {
  const flite: EngineSpec = { engine: 'flite' };
  if (speaks(fliteVoices, lang)) return flite;
  for (const voice of known) if (speaks(await voicesOf(engineOf(voice)), lang)) return engineOf(voice);
  return speaks(await voicesOf({ engine: 'espeak' }), lang) ? { engine: 'espeak' } : flite;
}

const speaks = (voices: readonly Voice[], lang: string): boolean => voices.some((voice) => sameLanguage(voice.lang, lang));

/** The voices of an engine; none where it is not installed. */
export async function voicesOf(spec: EngineSpec): Promise<readonly Voice[]> {
  try {
    return await (await openEngine(spec)).voices();
  } catch {
    return [];
  }
}
