import type { AddCommand } from '../main.js';
import type { AddFlags } from '../../voices/add-voice.js';
import type { VoicesFlags } from '../../voices/list-voices.js';

/** `everyread voices`: who can speak, and in which languages; `voices add`, `voices remove`. */
export const addVoices: AddCommand = (program, world, end) => {
  const voices = program
    .command('voices')
    .description('list the voices that can speak the sound editions, hear one, or add one')
    .option('--lang <tag>', 'only voices for this language, such as cy')
    .option('--engine <name>', 'only this engine: flite, system, espeak or sherpa')
    .option('--model <folder>', 'the folder of a neural voice, for the engine sherpa')
    .option('--voice <name>', 'the voice for --sample')
    .option('--sample <file>', 'write a sample of a voice: an .mp3 or .wav file')
    .option('--text <words>', 'what the sample says')
    .option('--json', 'print the list as JSON')
    .action(async (flags: VoicesFlags) => {
      if (flags.sample === undefined) await (await import('../../voices/list-voices.js')).listVoices(flags, world);
      else await (await import('../../voices/write-sample.js')).writeSample(flags, flags.sample, world);
      end(0);
    });
  voices
    .command('add')
    .description('make a neural voice known by a short name')
    .argument('<folder>', 'the folder of a Piper or Kokoro voice, unpacked')
    .option('--name <name>', 'the short name; default: made from the name of the voice')
    .option('--lang <tag>', 'the language, where the voice does not say it')
    .action(async (folder: string, flags: AddFlags) => {
      await (await import('../../voices/add-voice.js')).addVoice(folder, { ...voices.opts<VoicesFlags>(), ...flags }, world);
      end(0);
    });
  voices
    .command('remove')
    .description('forget a voice that was added; its folder stays')
    .argument('<name>', 'its short name')
    .action(async (name: string) => {
      await (await import('../../voices/add-voice.js')).removeVoice(name, world);
      end(0);
    });
};
