import { EveryreadError } from '@everyread/core';
import type { AudioCache } from '../cache/cache.js';
import { seal, unseal } from '../cache/seal.js';

/** A finished sound file in the cache. */
export interface StoredFile {
  bytes: number;
  /** Samples of all frames. */
  samples: number;
  /** How many pieces it is kept in. */
  pieces: number;
}

const pieceBytes = 1 << 18;

/** Writes a sound file in pieces, so that a book of any length needs little memory. */
export class FileWriter {
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #pieces = 0;
  bytes = 0;

  constructor(
    readonly cache: AudioCache,
    readonly key: string,
  ) {}

  async write(chunk: Uint8Array): Promise<void> {
    if (chunk.length === 0) return;
    this.#pending.push(chunk);
    this.#pendingBytes += chunk.length;
    this.bytes += chunk.length;
    if (this.#pendingBytes >= pieceBytes) await this.#flush();
  }

  async finish(samples: number): Promise<StoredFile> {
    await this.#flush();
    const stored: StoredFile = { bytes: this.bytes, samples, pieces: this.#pieces };
    // The list comes last: a run that was killed leaves pieces that nobody believes.
    await this.cache.put(`file-${this.key}`, seal(new TextEncoder().encode(JSON.stringify(stored))));
    return stored;
  }

  async #flush(): Promise<void> {
    if (this.#pendingBytes === 0) return;
    const piece = new Uint8Array(this.#pendingBytes);
    let at = 0;
    for (const chunk of this.#pending) {
      piece.set(chunk, at);
      at += chunk.length;
    }
    await this.cache.put(`file-${this.key}-${this.#pieces}`, seal(piece));
    this.#pieces += 1;
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}

/** A file that is whole in the cache, every piece checked; nothing where one is missing or damaged. */
export async function findFile(cache: AudioCache, key: string): Promise<StoredFile | undefined> {
  const entry = unseal(await cache.get(`file-${key}`));
  if (entry === undefined) return undefined;
  const stored = JSON.parse(new TextDecoder().decode(entry)) as StoredFile;
  let bytes = 0;
  for (let index = 0; index < stored.pieces; index += 1) {
    const piece = unseal(await cache.get(`file-${key}-${index}`));
    if (piece === undefined) return undefined;
    bytes += piece.length;
  }
  return bytes === stored.bytes ? stored : undefined;
}

/** Reads a file piece by piece. */
export async function* readFile(cache: AudioCache, key: string, stored: StoredFile): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < stored.pieces; index += 1) {
    const piece = unseal(await cache.get(`file-${key}-${index}`));
    if (piece === undefined)
      throw new EveryreadError('io', 'The sound cache was changed while it was read', {
        hint: 'Run the command again: what is missing is made anew.',
      });
    yield piece;
  }
}
