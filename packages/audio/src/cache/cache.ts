/**
 * Where narration keeps sound between runs: sentences by their content, and finished files in pieces. The cache
 * may lose or damage what it holds: entries carry a checksum, and what is missing is made again.
 */
export interface AudioCache {
  /** The bytes stored under a key, or nothing. Must not throw for a missing entry. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Stores bytes, as a whole or not at all; two writers of one key write the same bytes. */
  put(key: string, value: Uint8Array): Promise<void>;
}

/** A cache that lives as long as the program. */
export function memoryCache(): AudioCache {
  const entries = new Map<string, Uint8Array>();
  return {
    get: (key) => Promise.resolve(entries.get(key)),
    put(key, value) {
      entries.set(key, value);
      return Promise.resolve();
    },
  };
}
