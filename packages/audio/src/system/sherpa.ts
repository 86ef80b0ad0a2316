import { EveryreadError } from '@everyread/core';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { SpeechEngine, Voice } from '../engine.js';
import { runProgram } from './run.js';
import { wordsToSounds } from './kokoro-languages.js';
import { hashOf, stateOf } from './voice-files.js';
import { readVoiceFolder, type Speaker, type VoiceFolder } from './voice-folder.js';

/** A folder with a neural voice, as Piper and Kokoro voices for sherpa-onnx come. */
export interface SherpaFolder {
  folder: string;
  /** A short name for the voice; default: the name of the model. */
  title?: string;
  /** BCP 47 tag; default: that of the model's own description, else English. */
  lang?: string;
  /** Where files are kept that the voice needs in another form; default: in the system's temporary folder. */
  work?: string;
}

interface OfflineTts {
  readonly sampleRate: number;
  generate(request: { text: string; sid: number; speed: number }): { samples: Float32Array; sampleRate: number };
}
interface SherpaPackage {
  OfflineTts: new (config: object) => OfflineTts;
}

/**
 * Neural voices through `sherpa-onnx-node`, from a folder that the user names. Nothing is downloaded. The voice is tried once
 * in a program of its own, since sherpa-onnx ends the whole program where a model is broken.
 *
 * @throws {EveryreadError} `engine`, when the folder holds no voice that can be used, or sherpa-onnx-node is missing
 */
export async function sherpaEngine(source: SherpaFolder): Promise<SpeechEngine> {
  const work = source.work ?? join(tmpdir(), `everyread-voices-${String(userInfo().uid)}`);
  const found = await readVoiceFolder(source.folder, work, source.lang);
  const title = source.title ?? found.title;
  const [first] = found.speakers;
  const single = found.speakers.length === 1;
  const speakers = new Map(found.speakers.map((speaker) => [single ? title : speaker.name, speaker]));
  const { sha256, version } = await tryOnce(found, work);
  const open = new Map<string, OfflineTts>();
  return {
    id: 'sherpa',
    // A part of it tells how words become sounds for Kokoro: by espeak-ng.
    fingerprint: `sherpa-onnx ${version} ${sha256}${found.kind === 'kokoro' ? ' espeak' : ''}`,
    voices: (): Promise<readonly Voice[]> =>
      Promise.resolve([...speakers].map(([id, { lang }]) => ({ id, title: single ? found.title : `${found.title}, ${id}`, lang }))),
    synthesise(request) {
      const speaker = speakers.get(request.voice) ?? first!;
      const config = configFor(found, speaker);
      const key = JSON.stringify(config);
      let tts = open.get(key);
      if (tts === undefined) {
        tts = new (loadPackage().sherpa.OfflineTts)(config);
        open.set(key, tts);
      }
      const { samples, sampleRate } = tts.generate({ text: request.text, sid: speaker.number, speed: request.rate });
      return Promise.resolve({ pcm: samples, sampleRate });
    },
  };
}

function configFor(found: VoiceFolder, speaker: Speaker): object {
  const files = { model: found.model, tokens: found.tokens, dataDir: found.data ?? '' };
  return {
    model: {
      ...(found.voices === undefined
        ? // Piper adds chance to each sentence; almost without it (nought means “as usual” here) the same words give the same sound.
          { vits: { ...files, lexicon: found.lexicons[0] ?? '', noiseScale: 1e-20, noiseScaleW: 1e-20 } }
        : { kokoro: { ...files, voices: found.voices, ...wordsToSounds(found.lexicons, speaker.lang) } }),
      numThreads: 1,
      debug: false,
      provider: 'cpu',
    },
    maxNumSentences: 1,
  };
}

const packageName = 'sherpa-onnx-node';

/** Looks beside Everyread, and then in the folder of the project: `npx` keeps Everyread elsewhere. */
function loadPackage(): { sherpa: SherpaPackage; path: string } {
  let cause: unknown;
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    const require = createRequire(from);
    try {
      return { sherpa: require(packageName) as SherpaPackage, path: require.resolve(packageName) };
    } catch (error) {
      cause = error;
    }
  }
  throw new EveryreadError('engine', `Neural voices need the package ${packageName}`, {
    hint: `Install it with: npm install ${packageName}`,
    cause,
  });
}

/** What is known of a voice that was tried. */
interface Tried {
  /** Of the bytes of its files: others of the same names are another voice. */
  sha256: string;
  /** Of sherpa-onnx. */
  version: string;
}

const trial = `
const [path, config, sid] = process.argv.slice(1);
const tts = new (require(path).OfflineTts)(JSON.parse(config));
const { samples } = tts.generate({ text: 'One, two, three.', sid: Number(sid), speed: 1 });
if (!samples.some((sample) => Math.abs(sample) > 0.01)) throw new Error('it makes no sound');
`;

async function tryOnce(found: VoiceFolder, work: string): Promise<Tried> {
  const { path } = loadPackage();
  const version = await packageVersion(path);
  const name = createHash('sha256')
    .update(`${version}\n${await stateOf(found)}`)
    .digest('hex')
    .slice(0, 24);
  const note = join(work, `tried-${name}.json`);
  const known = await readFile(note, 'utf8').catch(() => undefined);
  if (known !== undefined && /^\{"sha256":"[0-9a-f]{64}"\}$/.test(known)) return { ...(JSON.parse(known) as { sha256: string }), version };
  const [speaker] = found.speakers;
  try {
    await runProgram(process.execPath, ['-e', trial, path, JSON.stringify(configFor(found, speaker!)), String(speaker!.number)], undefined);
  } catch (cause) {
    throw new EveryreadError('engine', `The voice in ${found.source} can't speak: ${reasonOf(cause)}`, {
      hint: 'Is the whole archive of the voice unpacked: the .onnx file, tokens.txt and espeak-ng-data? Download it again if in doubt.',
      cause,
    });
  }
  const sha256 = await hashOf(found);
  await mkdir(work, { recursive: true });
  await writeFile(`${note}.${process.pid}`, JSON.stringify({ sha256 }));
  await rename(`${note}.${process.pid}`, note);
  return { sha256, version };
}

async function packageVersion(path: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(path, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** The line of a failed program's output that tells why. */
function reasonOf(cause: unknown): string {
  const lines = (cause instanceof Error ? cause.message : String(cause)).split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /what\(\):|Error:|error:|Failed|failed:/.test(line) && !line.startsWith('at ')) ?? lines[0] ?? '';
  return telling.replace(/^.*?(?:what\(\):|Error:)\s*/, '').slice(0, 200);
}
