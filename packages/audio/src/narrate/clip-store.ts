import type { AudioCache } from '../cache/cache.js';
import { seal, unseal } from '../cache/seal.js';
import type { SpokenClip } from '../workers/workers.js';

/** What is known of a spoken sentence without its sound. */
export interface ClipFacts {
  samples: number;
  energies: Float32Array;
}

/**
 * Sentences in the cache: the sound under its key, and beside it a short entry with its length and energies, so
 * that a run which finds its files made need not read the sound at all.
 */
export async function putClip(cache: AudioCache, key: string, clip: SpokenClip): Promise<void> {
  await cache.put(`pcm-${key}`, seal(new Uint8Array(clip.samples.buffer, clip.samples.byteOffset, clip.samples.byteLength)));
  const facts = new Uint8Array(4 + clip.energies.byteLength);
  new DataView(facts.buffer).setUint32(0, clip.samples.length, true);
  facts.set(new Uint8Array(clip.energies.buffer, clip.energies.byteOffset, clip.energies.byteLength), 4);
  await cache.put(`clip-${key}`, seal(facts));
}

/** The facts of a sentence, or nothing where it is not in the cache or its entry is damaged. */
export async function getFacts(cache: AudioCache, key: string): Promise<ClipFacts | undefined> {
  const facts = unseal(await cache.get(`clip-${key}`));
  if (facts === undefined || facts.length < 4) return undefined;
  return {
    samples: new DataView(facts.buffer, facts.byteOffset, facts.byteLength).getUint32(0, true),
    // A cache may hand out a view into a larger buffer: only a copy has a buffer of its own.
    energies: new Float32Array(new Uint8Array(facts.subarray(4)).buffer),
  };
}

/** The sound of a sentence, or nothing where it is missing or damaged. */
export async function getSamples(cache: AudioCache, key: string): Promise<Int16Array | undefined> {
  const bytes = unseal(await cache.get(`pcm-${key}`));
  return bytes === undefined ? undefined : new Int16Array(new Uint8Array(bytes).buffer);
}
