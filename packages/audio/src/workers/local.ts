import type { SpeechEngine } from '../engine.js';
import { openMp3 } from '../mp3/encoder.js';
import { applyGain } from '../pcm/level.js';
import { speakClip } from './speak-clip.js';
import type { AudioWorkers } from './workers.js';

/** Does the work of narration in the thread that calls it. */
export function localWorkers(engine: SpeechEngine): AudioWorkers {
  return {
    concurrency: 1,
    engine: { id: engine.id, fingerprint: engine.fingerprint },
    voices: () => engine.voices(),
    speak: (job, signal) => speakClip(engine, job, signal),
    async openFile(settings) {
      engine.rest?.();
      const stream = await openMp3(settings);
      return {
        write(samples, gainDb, silenceSamples) {
          return Promise.resolve(stream.write(applyGain(samples, gainDb, settings.sampleRate, silenceSamples)));
        },
        finish: () => Promise.resolve(stream.finish()),
      };
    },
    close: () => engine.close?.() ?? Promise.resolve(),
  };
}
