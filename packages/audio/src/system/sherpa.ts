import { EveryreadError } from '@everyread/core';
import { readFile, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { SpeechEngine, Voice } from '../engine.js';
import { adaptPiperFolder, findEspeakData, type PiperDescription } from './piper-folder.js';

/** A folder with a neural voice, as Piper and Kokoro voices for sherpa-onnx come. */
export interface SherpaFolder {
  folder: string;
  /** For people; default: the name of the model file. */
  title?: string;
  /** BCP 47 tag; default: that of the model's own description, else English. */
  lang?: string;
}

interface OfflineTts {
  readonly sampleRate: number;
  readonly numSpeakers: number;
  generate(request: { text: string; sid: number; speed: number }): { samples: Float32Array; sampleRate: number };
}

interface Found {
  model: string;
  tokens?: string;
  data?: string;
  lexicon?: string;
  voices?: string;
  description?: PiperDescription;
}

/** Neural voices through `sherpa-onnx-node`, from a folder that the user names. Nothing is downloaded. */
export async function sherpaEngine(source: SherpaFolder): Promise<SpeechEngine> {
  const found = await findModel(source.folder);
  const title = source.title ?? basename(found.model).replace(/\.onnx$/, '');
  const lang =
    source.lang ?? found.description?.language?.code?.replace('_', '-') ?? found.description?.espeak?.voice ?? languageInName(title);
  const { size } = await stat(found.model);
  let tts: OfflineTts | undefined;
  return {
    id: 'sherpa',
    fingerprint: `sherpa ${basename(found.model)} ${size}`,
    voices: (): Promise<readonly Voice[]> => Promise.resolve([{ id: title, title, lang }]),
    async synthesise(request) {
      tts ??= openModel(found);
      const { samples, sampleRate } = tts.generate({ text: request.text, sid: 0, speed: request.rate });
      return Promise.resolve({ pcm: samples, sampleRate });
    },
  };
}

function openModel(found: Found): OfflineTts {
  let sherpa: { OfflineTts: new (config: object) => OfflineTts };
  try {
    sherpa = createRequire(import.meta.url)('sherpa-onnx-node') as typeof sherpa;
  } catch (cause) {
    throw new EveryreadError('engine', 'Neural voices need the package sherpa-onnx-node', {
      hint: 'Install it with: npm install sherpa-onnx-node',
      cause,
    });
  }
  const files = { model: found.model, tokens: found.tokens ?? '', dataDir: found.data ?? '', lexicon: found.lexicon ?? '' };
  try {
    return new sherpa.OfflineTts({
      model: {
        // Piper adds chance to each sentence; almost without it (nought means “as usual” here) the same words give the same sound.
        ...(found.voices === undefined
          ? { vits: { ...files, noiseScale: 1e-20, noiseScaleW: 1e-20 } }
          : { kokoro: { ...files, voices: found.voices } }),
        numThreads: 1,
        debug: false,
        provider: 'cpu',
      },
      maxNumSentences: 1,
    });
  } catch (cause) {
    throw new EveryreadError('engine', `The voice in ${found.model} can't be opened`, {
      hint: 'Is it a Piper or Kokoro voice in the form for sherpa-onnx, with tokens.txt and espeak-ng-data?',
      cause,
    });
  }
}

async function findModel(folder: string): Promise<Found> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new EveryreadError('engine', `The voice folder ${folder} can't be opened`, {
      hint: 'Name the folder that holds the .onnx file.',
      cause,
    });
  });
  const model = names.filter((name) => name.endsWith('.onnx')).sort()[0];
  if (model === undefined)
    throw new EveryreadError('engine', `The folder ${folder} holds no voice: it has no .onnx file`, {
      hint: 'Name the folder that holds the .onnx file.',
    });
  const has = (name: string): string | undefined => (names.includes(name) ? join(folder, name) : undefined);
  const json = names.find((name) => name === `${model}.json`);
  const description = json === undefined ? undefined : (JSON.parse(await readFile(join(folder, json), 'utf8')) as PiperDescription);
  let [file, tokens] = [join(folder, model), has('tokens.txt')];
  if (tokens === undefined) {
    if (description === undefined) {
      throw new EveryreadError('engine', `The folder ${folder} has neither tokens.txt nor ${model}.json`, {
        hint: 'Download the .onnx.json file of the voice too, and put it beside the .onnx file.',
      });
    }
    const adapted = await adaptPiperFolder(file, description);
    [file, tokens] = [join(adapted, model), join(adapted, 'tokens.txt')];
  }
  const [data, lexicon, voices] = [findEspeakData(folder), has('lexicon.txt'), has('voices.bin')];
  return {
    model: file,
    tokens,
    ...(data ? { data } : {}),
    ...(lexicon ? { lexicon } : {}),
    ...(voices ? { voices } : {}),
    ...(description ? { description } : {}),
  };
}

/** `vits-piper-en_GB-alba-medium` names its language. */
function languageInName(name: string): string {
  const match = /(?:^|[-_])([a-z]{2})[_-]([A-Z]{2})(?=[-_]|$)/.exec(name);
  return match === null ? 'en' : `${match[1]!}-${match[2]!}`;
}
