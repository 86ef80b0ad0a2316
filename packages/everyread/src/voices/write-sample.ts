import { chooseVoice, type SpeechEngine, type Voice } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { World } from '../cli/world.js';
import { openEngine } from '../workers/engine-spec.js';
import { findVoice, type ChosenVoice } from './find-voice.js';
import { knownVoices } from './known-voices.js';
import type { VoicesFlags } from './list-voices.js';
import { makeSample } from './sample.js';

/** Writes a few words of a voice to a file. */
export async function writeSample(flags: VoicesFlags, path: string, world: World): Promise<void> {
  const known = await knownVoices(world.env);
  const chosen: ChosenVoice =
    flags.voice === undefined
      ? flags.model
        ? { engine: { engine: 'sherpa', folder: flags.model } }
        : { engine: { engine: 'flite' } }
      : await findVoice(flags.voice, known);
  const engine = await openEngine(chosen.engine);
  const voice = await oneVoice(engine, chosen, flags.lang);
  const bytes = await makeSample(engine, voice, path, flags.text);
  try {
    await writeFile(resolve(world.cwd, path), bytes);
  } catch (cause) {
    throw new EveryreadError('io', `The sample ${path} can't be written`, {
      hint: 'Does its folder exist, and may you write there?',
      cause,
    });
  }
  world.err(`wrote ${path}: ${voice.title}, ${voice.lang}\n`);
}

async function oneVoice(engine: SpeechEngine, chosen: ChosenVoice, lang = 'en-GB'): Promise<Voice> {
  const voices = await engine.voices();
  const voice =
    chosen.voice === undefined ? (chooseVoice(voices, lang, undefined) ?? voices[0]) : voices.find((each) => each.id === chosen.voice);
  if (voice) return voice;
  throw new EveryreadError('misuse', `The engine ${engine.id} has no voice “${chosen.voice ?? ''}”`, {
    hint: `\`everyread voices --engine ${engine.id}\` lists its voices.`,
  });
}
