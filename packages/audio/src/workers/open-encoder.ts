import { openMp3, type Mp3Settings } from '../mp3/encoder.js';
import { applyGain } from '../pcm/level.js';
import type { FileEncoder } from './workers.js';

/** Begins a sound file in the thread that calls it. */
export async function openEncoder(settings: Mp3Settings): Promise<FileEncoder> {
  const stream = await openMp3(settings);
  return {
    write(samples, gainDb, silenceSamples) {
      return Promise.resolve(stream.write(applyGain(samples, gainDb, settings.sampleRate, silenceSamples)));
    },
    finish: () => Promise.resolve(stream.finish()),
  };
}
