import type { Voice } from '../engine.js';
import { applyGain } from '../pcm/level.js';
import { integratedLoudness, weightedEnergies } from '../pcm/loudness.js';

/** One clip as the meter sees it. */
export interface Measured {
  energies: Float32Array;
  silenceMs: number;
  /** Its sound; asked for only where the limiter has to be heard. */
  samples(): Promise<Int16Array>;
}

/** How a voice is to sound. */
export interface LevelSettings {
  sampleRate: number;
  targetLufs: number;
  voice: Voice;
}

/** Clips that are heard to find out what the limiter takes away, spread over the book. */
const heardClips = 60;

/**
 * One gain for a voice over the whole book. The voice's own gain is kept while it is within ¾ dB of what the
 * measure asks for, so that one changed sentence does not change the level, and with it every file.
 */
export async function chooseGain(clips: readonly Measured[], settings: LevelSettings): Promise<number> {
  const { sampleRate, targetLufs, voice } = settings;
  const measured = integratedLoudness(withPauses(clips), sampleRate);
  if (!Number.isFinite(measured)) return 0;
  const wanted = within(targetLufs - measured);
  const usual = voice.gainDb === undefined ? undefined : voice.gainDb + (targetLufs + 18);
  if (usual !== undefined && Math.abs(wanted - usual) <= 0.75) return usual;
  return Math.round(within(wanted + (await takenByLimiter(clips, sampleRate, wanted))));
}

/**
 * What must be added so that a voice with high peaks is as loud as others after its peaks were held down. More gain means more
 * limiting: each look is from nearer.
 */
async function takenByLimiter(clips: readonly Measured[], sampleRate: number, gainDb: number): Promise<number> {
  const step = Math.max(1, Math.ceil(clips.length / heardClips));
  const heard = clips.filter((_, index) => index % step === 0);
  const before = integratedLoudness(withPauses(heard), sampleRate);
  let taken = 0;
  for (let look = 0; look < 3; look += 1) {
    const limited: Pick<Measured, 'energies' | 'silenceMs'>[] = [];
    for (const { samples, silenceMs } of heard) {
      const energies = weightedEnergies(applyGain(await samples(), gainDb + taken, sampleRate), sampleRate);
      limited.push({ energies, silenceMs });
    }
    const missing = before + gainDb - integratedLoudness(withPauses(limited), sampleRate);
    if (!Number.isFinite(missing)) return taken;
    taken += missing;
  }
  return taken;
}

function* withPauses(clips: Iterable<Pick<Measured, 'energies' | 'silenceMs'>>): Generator<number> {
  for (const clip of clips) {
    yield* clip.energies;
    for (let ms = 50; ms < clip.silenceMs; ms += 100) yield 0;
  }
}

const within = (gainDb: number): number => Math.max(-30, Math.min(30, gainDb));
