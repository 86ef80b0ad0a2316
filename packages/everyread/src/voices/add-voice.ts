import { fliteVoices } from '@everyread/audio';
import { EveryreadError, nearest } from '@everyread/core';
import { resolve } from 'node:path';
import type { World } from '../cli/world.js';
import { openEngine } from '../workers/engine-spec.js';
import { keepVoices, knownVoices, shortName, type KnownVoice } from './known-voices.js';

/** What `everyread voices add` may be told. */
export interface AddFlags {
  name?: string;
  lang?: string;
}

const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Makes the voice in a folder known by a short name. */
export async function addVoice(folder: string, flags: AddFlags, world: World): Promise<void> {
  const path = resolve(world.cwd, folder);
  // The folder is opened and the voice tried before it is believed.
  const engine = await openEngine({ engine: 'sherpa', folder: path, ...(flags.lang ? { lang: flags.lang } : {}) });
  const voices = await engine.voices();
  const [first] = voices;
  const name = flags.name ?? shortName(voices.length === 1 ? first!.title : first!.title.replace(/, [^,]*$/, ''));
  if (!namePattern.test(name))
    throw new EveryreadError('misuse', `“${name}” can't be the name of a voice`, {
      hint: 'Use letters, digits, dots and hyphens, such as --name alba.',
    });
  if (fliteVoices.some((voice) => voice.id === name))
    throw new EveryreadError('misuse', `“${name}” is the name of a voice that is built in`, { hint: 'Give another with --name.' });
  const known = await knownVoices(world.env);
  const voice: KnownVoice = { name, folder: path, ...(flags.lang ? { lang: flags.lang } : {}) };
  await keepVoices([...known.filter((each) => each.name !== name), voice], world.env);
  const shown = voices.slice(0, 3).map((each) => `${voices.length === 1 ? name : `${name}/${each.id}`} (${each.lang})`);
  await world.out(`${name}: ${first!.title}, ${first!.lang}\n`);
  world.err(`added ${shown.join(', ')}${voices.length > 3 ? ` and ${voices.length - 3} more` : ''}\n`);
  const use = voices.length === 1 ? name : `${name}/${(voices.find((each) => each.lang === 'en-GB') ?? first!).id}`;
  world.err(`To hear it: everyread voices --voice ${use} --sample sample.mp3\nTo use it: everyread build report.md --voice ${use}\n`);
}

/** Forgets a voice that was added. */
export async function removeVoice(name: string, world: World): Promise<void> {
  const known = await knownVoices(world.env);
  if (!known.some((voice) => voice.name === name)) {
    const near = nearest(
      name,
      known.map((voice) => voice.name),
    );
    throw new EveryreadError('misuse', `No voice named ${name} was added`, {
      hint: near ? `Did you mean ${near}?` : '`everyread voices` lists the voices.',
    });
  }
  await keepVoices(
    known.filter((voice) => voice.name !== name),
    world.env,
  );
  world.err(`removed ${name}; its folder stays\n`);
}
