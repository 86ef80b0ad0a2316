import { EveryreadError } from '@everyread/core';
import type { EngineSpec } from '../../workers/engine-spec.js';
import type { AddCommand } from '../main.js';
import type { World } from '../world.js';

interface VoicesFlags {
  engine: string;
  model?: string;
  json?: boolean;
}

const engines = ['flite', 'system', 'espeak', 'sherpa'] as const;

/** `everyread voices`: who can speak, and in which languages. */
export const addVoices: AddCommand = (program, world, end) => {
  program
    .command('voices')
    .description('list the voices that can speak the sound editions')
    .option('--engine <name>', `which engine: ${engines.join(', ')}`, 'flite')
    .option('--model <folder>', 'the folder of a neural voice, for the engine sherpa')
    .option('--json', 'print the list as JSON')
    .action(async (flags: VoicesFlags) => {
      await listVoices(flags, world);
      end(0);
    });
};

async function listVoices(flags: VoicesFlags, world: World): Promise<void> {
  const { openEngine } = await import('../../workers/engine-spec.js');
  const engine = await openEngine(specOf(flags));
  const voices = await engine.voices();
  if (flags.json) {
    await world.out(`${JSON.stringify(voices, null, 2)}\n`);
    return;
  }
  for (const voice of voices) await world.out(`${voice.id}: ${voice.title}, ${voice.lang}\n`);
  world.err(`To use one: narration: { voice: '${voices[0]?.id ?? 'name'}' } in everyread.config.ts\n`);
}

function specOf(flags: VoicesFlags): EngineSpec {
  switch (flags.engine) {
    case 'flite':
    case 'system':
    case 'espeak':
      return { engine: flags.engine };
    case 'sherpa':
      if (flags.model) return { engine: 'sherpa', folder: flags.model };
      throw new EveryreadError('misuse', 'The engine sherpa needs a voice', { hint: 'Name its folder with --model.' });
    default:
      throw new EveryreadError('misuse', `There is no engine named ${flags.engine}`, { hint: `The engines are ${engines.join(', ')}.` });
  }
}
