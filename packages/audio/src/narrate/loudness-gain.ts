import { integratedLoudness } from '../pcm/loudness.js';
import type { Voice } from '../engine.js';

/** One clip as the meter sees it. */
export interface Measured {
  energies: Float32Array;
  silenceMs: number;
}

function* withPauses(clips: Iterable<Measured>): Generator<number> {
  for (const clip of clips) {
    yield* clip.energies;
    for (let ms = 50; ms < clip.silenceMs; ms += 100) yield 0;
  }
}

/**
 * One gain for a voice over the whole book. The voice's own gain is kept while it is within ¾ dB of what the
 * measure asks for, so that one changed sentence does not change the level, and with it every file.
 */
export function chooseGain(clips: Iterable<Measured>, sampleRate: number, targetLufs: number, voice: Voice): number {
  const measured = integratedLoudness(withPauses(clips), sampleRate);
  if (!Number.isFinite(measured)) return 0;
  const wanted = Math.max(-30, Math.min(30, targetLufs - measured));
  const usual = voice.gainDb === undefined ? undefined : voice.gainDb + (targetLufs + 18);
  if (usual !== undefined && Math.abs(wanted - usual) <= 0.75) return usual;
  return Math.round(wanted);
}
