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
 * One gain for a voice over the whole book. The voice's own gain is kept while the book is within ¾ dB of its aim with it, so
 * that one changed sentence does not change the level, and with it every file.
 */
export async function chooseGain(clips: readonly Measured[], settings: LevelSettings): Promise<number> {
  const { sampleRate, targetLufs, voice } = settings;
  const measured = integratedLoudness(withPauses(clips), sampleRate);
  if (!Number.isFinite(measured)) return 0;
  const wanted = within(targetLufs - measured);
  const usual = usualGain(voice, targetLufs);
  if (usual !== undefined && Math.abs(wanted - usual) <= nearDb) return usual;
  const limiter = new LimiterEar(clips, sampleRate);
  if (usual !== undefined && Math.abs(wanted - usual + (await limiter.takes(usual))) <= nearDb) return usual;
  // More gain means more limiting: each look is from nearer.
  let taken = 0;
  for (let look = 0; look < 3; look += 1) taken = await limiter.takes(wanted + taken);
  return Math.round(within(wanted + taken));
}

const nearDb = 0.75;

/** The voice's own gain for an aim, which its book has but for rare ones; nothing where a voice has none. */
export function usualGain(voice: Voice, targetLufs: number): number | undefined {
  return voice.gainDb === undefined ? undefined : voice.gainDb + (targetLufs + 18);
}

/** Hears what is lost where the peaks of a voice are held down: that is added, so that it is as loud as other voices. */
class LimiterEar {
  readonly #heard: readonly Measured[];
  readonly #sampleRate: number;
  readonly #before: number;

  constructor(clips: readonly Measured[], sampleRate: number) {
    const step = Math.max(1, Math.ceil(clips.length / heardClips));
    this.#heard = clips.filter((_, index) => index % step === 0);
    this.#sampleRate = sampleRate;
    this.#before = integratedLoudness(withPauses(this.#heard), sampleRate);
  }

  /** What the limiter takes away at a gain, in decibels. */
  async takes(gainDb: number): Promise<number> {
    const limited: Pick<Measured, 'energies' | 'silenceMs'>[] = [];
    for (const { samples, silenceMs } of this.#heard) {
      const energies = weightedEnergies(applyGain(await samples(), gainDb, this.#sampleRate), this.#sampleRate);
      limited.push({ energies, silenceMs });
    }
    const taken = this.#before + gainDb - integratedLoudness(withPauses(limited), this.#sampleRate);
    return Number.isFinite(taken) ? taken : 0;
  }
}

function* withPauses(clips: Iterable<Pick<Measured, 'energies' | 'silenceMs'>>): Generator<number> {
  for (const clip of clips) {
    yield* clip.energies;
    for (let ms = 50; ms < clip.silenceMs; ms += 100) yield 0;
  }
}

const within = (gainDb: number): number => Math.max(-30, Math.min(30, gainDb));
