import type { SpeechEngine } from '../engine.js';
import { openEncoder } from './open-encoder.js';
import { speakClip } from './speak-clip.js';
import type { AudioWorkers } from './workers.js';

/** Does the work of narration in the thread that calls it. */
export function localWorkers(engine: SpeechEngine): AudioWorkers {
  return {
    concurrency: 1,
    engine: { id: engine.id, fingerprint: engine.fingerprint },
    voices: () => engine.voices(),
    speak: (job, signal) => speakClip(engine, job, signal),
    openFile: openEncoder,
    rest: () => Promise.resolve(engine.rest?.()),
    close: () => engine.close?.() ?? Promise.resolve(),
  };
}
