import { EveryreadError } from '@everyread/core';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { platform, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Speech, SpeechEngine, SpeechRequest, Voice } from '../engine.js';
import { readWav } from '../pcm/wav.js';
import { runProgram } from './run.js';
import { parseEspeakVoices, parseMacVoices, parseWindowsVoices } from './voices.js';

/** What one system needs: how to list and how to speak. */
interface SystemSpeaker {
  list(): Promise<Voice[]>;
  speak(request: SpeechRequest): Promise<Speech>;
}

/**
 * The voices of the operating system, on request only: macOS and Windows through the package `say`, Linux through
 * the program espeak-ng. They differ from machine to machine, so a narration is repeatable on this machine alone.
 */
export function systemEngine(system: string = platform()): SpeechEngine {
  const speaker = system === 'darwin' ? mac : system === 'win32' ? windows : linux;
  let voices: Promise<Voice[]> | undefined;
  const list = (): Promise<Voice[]> => (voices ??= speaker.list());
  return {
    id: 'system',
    fingerprint: `system ${system} ${release()}`,
    voices: list,
    async synthesise(request) {
      // Only a voice that the system itself named is passed on.
      if (!(await list()).some((voice) => voice.id === request.voice))
        throw new EveryreadError('misuse', `This machine has no voice “${request.voice}”`, {
          hint: 'List its voices with `everyread voices`.',
        });
      return speaker.speak(request);
    },
  };
}

/** Speaks through `say`, one sentence to a file of a fixed name in a folder of our own. */
async function throughSay(request: SpeechRequest, wordsPerMinute: number): Promise<Speech> {
  const say = loadSay();
  const folder = await mkdtemp(join(tmpdir(), 'everyread-'));
  const file = join(folder, 'speech.wav');
  try {
    // `say` passes text as an argument on macOS: a dash at its start would be an option; quotes and line breaks reach a shell on Windows.
    const text = request.text.replace(/[\r\n"'`$;|&<>\\]+/g, ' ').replace(/^[\s-]+/, '');
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new EveryreadError('engine', 'The voice of the system gave no answer for two minutes')),
        120_000,
      );
      say.export(text, request.voice, request.rate === 1 ? undefined : request.rate * (wordsPerMinute / 175), file, (error) => {
        clearTimeout(timer);
        if (error) reject(new EveryreadError('engine', `The voice of the system failed: ${String(error)}`, { cause: error }));
        else resolve();
      });
    });
    return readWav(new Uint8Array(await readFile(file)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface SayPackage {
  export(text: string, voice: string | undefined, speed: number | undefined, file: string, done: (error?: unknown) => void): void;
}

function loadSay(): SayPackage {
  try {
    return createRequire(import.meta.url)('say') as SayPackage;
  } catch (cause) {
    throw new EveryreadError('engine', 'The package `say` is not installed', { hint: 'Install it with: npm install say', cause });
  }
}

const mac: SystemSpeaker = {
  list: async () => parseMacVoices(new TextDecoder().decode(await runProgram('say', ['-v', '?'], undefined))),
  speak: (request) => throughSay(request, 175),
};

const listScript = `Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices() | ForEach-Object { $_.VoiceInfo.Name + "\`t" + $_.VoiceInfo.Culture.Name }`;

const windows: SystemSpeaker = {
  list: async () =>
    parseWindowsVoices(new TextDecoder().decode(await runProgram('powershell.exe', ['-NoProfile', '-Command', listScript], undefined))),
  speak: (request) => throughSay(request, 100),
};

/** `say` can't write files on Linux: espeak-ng is asked itself, text through a file. */
const linux: SystemSpeaker = {
  list: async () => parseEspeakVoices(new TextDecoder().decode(await runProgram('espeak-ng', ['--voices'], undefined))),
  async speak(request) {
    const folder = await mkdtemp(join(tmpdir(), 'everyread-'));
    try {
      await writeFile(join(folder, 'speech.txt'), request.text);
      const wav = await runProgram(
        'espeak-ng',
        ['-b', '1', '-v', request.voice, '-s', String(Math.round(165 * request.rate)), '-f', join(folder, 'speech.txt'), '--stdout'],
        undefined,
        request.signal,
      );
      return readWav(wav);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
