import type { Speech, SpeechEngine, Voice } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { voicesOf, type ListedVoice } from './voices.js';

/** What this package uses of `@echogarden/espeak-ng-emscripten`. */
export interface EspeakModule {
  /** The whole memory of the program. */
  readonly HEAPU8: Uint8Array;
  readonly eSpeakNGWorker: new () => EspeakWorker;
}
interface EspeakWorker {
  readonly samplerate: number;
  list_voices(): ListedVoice[];
  set_voice(name: string): void;
  set_rate(wordsPerMinute: number): void;
  synthesize(ssml: string, chunk: (samples: Int16Array, events: readonly unknown[]) => boolean): void;
}
/** Starts a fresh instance of the engine: what `@echogarden/espeak-ng-emscripten` exports. */
export type EspeakFactory = () => Promise<EspeakModule>;

const packageName = '@echogarden/espeak-ng-emscripten';
const wordsPerMinute = 160;

/**
 * eSpeak NG as a voice. Its sound depends on what it said before, so its memory is put back before each sentence: the
 * same words always give the same sound.
 *
 * @param factory - the engine's own function; default: that of the package `@echogarden/espeak-ng-emscripten`
 */
export function espeakEngine(factory: EspeakFactory = loadPackage): SpeechEngine {
  let loaded: Promise<Loaded> | undefined;
  const load = (): Promise<Loaded> =>
    (loaded ??= open(factory).catch((error: unknown) => {
      loaded = undefined;
      throw error;
    }));
  return {
    id: 'espeak',
    fingerprint: 'espeak-ng-emscripten 0.3.5 everyread 1',
    voices: async () => (await load()).voices,
    async synthesise({ text, voice, rate }): Promise<Speech> {
      const engine = await load();
      if (!engine.voices.some((each) => each.id === voice))
        throw new EveryreadError('misuse', `eSpeak NG has no voice “${voice}”`, { hint: 'List the voices with `everyread voices`.' });
      begin(engine, voice, rate);
      return { pcm: speak(engine.worker, text), sampleRate: engine.worker.samplerate };
    },
    rest: () => {
      loaded = undefined;
    },
  };
}

interface Loaded {
  module: EspeakModule;
  worker: EspeakWorker;
  /** The memory before any voice was chosen, up to its last word that is not nought. */
  snapshot: Uint8Array;
  /** The memory after a voice was chosen: most sentences have the voice of the one before. */
  ready?: { voice: string; rate: number; snapshot: Uint8Array };
  voices: readonly Voice[];
}

/** Puts the memory back to where no sentence was spoken and the voice is chosen. */
function begin(engine: Loaded, voice: string, rate: number): void {
  const { module, worker, ready } = engine;
  if (ready?.voice === voice && ready.rate === rate) return restore(module, ready.snapshot);
  restore(module, engine.snapshot);
  worker.set_voice(voice);
  worker.set_rate(Math.round(wordsPerMinute * rate));
  engine.ready = { voice, rate, snapshot: used(module) };
}

function restore(module: EspeakModule, snapshot: Uint8Array): void {
  module.HEAPU8.set(snapshot);
  module.HEAPU8.fill(0, snapshot.length);
}

async function open(factory: EspeakFactory): Promise<Loaded> {
  const module = await factory();
  const worker = new module.eSpeakNGWorker();
  const voices = voicesOf(worker.list_voices());
  worker.set_voice(voices[0]?.id ?? 'en');
  // The binding keeps a buffer for text that grows with need. It must have grown before the memory is copied: else it lies
  // outside the copy, and long sentences are cut without a word.
  worker.synthesize('a '.repeat(4000), () => true);
  return { module, worker, snapshot: used(module), voices };
}

/** A copy of the memory up to the last word of four bytes that is not nought. */
function used({ HEAPU8: memory }: EspeakModule): Uint8Array {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  let length = words.length;
  while (length > 0 && words[length - 1] === 0) length -= 1;
  return memory.slice(0, length * 4);
}

function speak(worker: EspeakWorker, text: string): Float32Array {
  const chunks: Int16Array[] = [];
  // It reads SSML: what looks like markup is escaped, once.
  worker.synthesize(
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/\[\[|\]\]/g, ' '),
    (samples) => {
      chunks.push(samples);
      return false;
    },
  );
  const pcm = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) for (let index = 0; index < chunk.length; index += 1) pcm[at++] = chunk[index]! / 32768;
  return pcm;
}

async function loadPackage(): Promise<EspeakModule> {
  let factory: EspeakFactory;
  try {
    ({ default: factory } = (await import(packageName)) as { default: EspeakFactory });
  } catch (cause) {
    throw new EveryreadError('engine', `The package ${packageName} is not installed`, {
      hint: `Install it with: npm install ${packageName}`,
      cause,
    });
  }
  return factory();
}
