import { EveryreadError } from '@everyread/core';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { languageOfSpeaker } from './kokoro-languages.js';
import { readOnnxMetadata } from './onnx-metadata.js';
import { adaptPiperFolder, findEspeakData, type PiperDescription } from './piper-folder.js';

/** One speaker of a model. */
export interface Speaker {
  /** The model's name for it; the model's own name where it has but one. */
  name: string;
  /** Its number in the model. */
  number: number;
  /** BCP 47 tag. */
  lang: string;
}

/** A neural voice in a folder, ready for sherpa-onnx. */
export interface VoiceFolder {
  /** The file that the user has; for messages. */
  source: string;
  kind: 'piper' | 'kokoro';
  /** The name of the voice, such as `en_GB-alba-medium`. */
  title: string;
  model: string;
  tokens: string;
  /** The data of espeak-ng, which turns words into sounds. */
  data?: string;
  /** Words and their sounds, by language, where the model brings them. */
  lexicons: string[];
  /** Kokoro's styles. */
  voices?: string;
  speakers: Speaker[];
}

/**
 * Finds out what a folder holds: a voice of Piper or Kokoro as sherpa-onnx publishes them, or as Piper itself does.
 *
 * @param lang - BCP 47 tag; default: what the voice says of itself
 * @param work - folder for files that have to be brought into another form
 * @throws {EveryreadError} `engine`, naming what is missing or broken
 */
export async function readVoiceFolder(folder: string, work: string, lang?: string): Promise<VoiceFolder> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new EveryreadError('engine', `The voice folder ${folder} can't be opened`, {
      hint: 'Name the folder that holds the .onnx file of the voice. If it was moved, add it again with `everyread voices add FOLDER`.',
      cause,
    });
  });
  const model = names.filter((name) => name.endsWith('.onnx')).sort()[0];
  if (model === undefined)
    throw new EveryreadError('engine', `The folder ${folder} holds no voice: it has no .onnx file`, {
      hint: names.some((name) => /\.(?:tar|bz2|tgz|zip)$/.test(name))
        ? 'Unpack the archive first, and name the folder that it makes.'
        : 'Name the folder that holds the .onnx file of the voice.',
    });
  const has = (name: string): string | undefined => (names.includes(name) ? join(folder, name) : undefined);
  const source = join(folder, model);
  const told = await readOnnxMetadata(source);
  const description = has(`${model}.json`) === undefined ? undefined : await readDescription(join(folder, `${model}.json`));
  const voices = has('voices.bin');
  if (told.get('model_type') === 'kokoro' && voices === undefined)
    throw new EveryreadError('engine', `The voice folder ${folder} lacks voices.bin`, { hint: 'Unpack the whole archive of the voice.' });
  let [file, tokens] = [source, has('tokens.txt')];
  if (tokens === undefined) {
    if (description === undefined)
      throw new EveryreadError('engine', `The folder ${folder} has neither tokens.txt nor ${model}.json`, {
        hint: 'Download the .onnx.json file of the voice too, and put it beside the .onnx file.',
      });
    const adapted = await adaptPiperFolder(source, description, work);
    [file, tokens] = [join(adapted, model), join(adapted, 'tokens.txt')];
  }
  const data = findEspeakData(folder);
  if (data === undefined && (description !== undefined || told.get('has_espeak') === '1'))
    throw new EveryreadError('engine', `The voice in ${folder} needs the folder espeak-ng-data, which is not there`, {
      hint: 'Take the voice in its form for sherpa-onnx, which brings that folder, or install espeak-ng.',
    });
  const lexicons = names.filter((name) => /^lexicon.*\.txt$/.test(name)).map((name) => join(folder, name));
  const title = /^model(?:\.int8|\.fp16)?\.onnx$/.test(model) ? basename(folder) : model.replace(/\.onnx$/, '');
  const own = lang ?? languageOf(description) ?? languageInName(title) ?? languageInName(basename(folder)) ?? 'en';
  return {
    source,
    kind: voices === undefined ? 'piper' : 'kokoro',
    title,
    model: file,
    tokens,
    ...(data ? { data } : {}),
    lexicons,
    ...(voices ? { voices } : {}),
    speakers: speakersOf(title, { told, description, lang: own, forced: lang !== undefined, lexicons }),
  };
}

async function readDescription(path: string): Promise<PiperDescription> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as PiperDescription;
  } catch (cause) {
    throw new EveryreadError('engine', `${path} can't be read: it is no JSON`, { hint: 'Download the .onnx.json file again.', cause });
  }
}

const languageOf = (description: PiperDescription | undefined): string | undefined =>
  description?.language?.code?.replace('_', '-') ?? espeakLanguage(description?.espeak?.voice);

/** `en-gb-x-rp` of espeak-ng is `en-GB`. */
function espeakLanguage(voice: string | undefined): string | undefined {
  const [language, region] = voice?.split('-') ?? [];
  return language === undefined
    ? undefined
    : region !== undefined && /^[a-z]{2}$/.test(region)
      ? `${language}-${region.toUpperCase()}`
      : language;
}

/** `vits-piper-en_GB-alba-medium` names its language. */
function languageInName(name: string): string | undefined {
  const match = /(?:^|[-_])([a-z]{2})[_-]([A-Z]{2})(?=[-_]|$)/.exec(name);
  return match === null ? undefined : `${match[1]!}-${match[2]!}`;
}

interface Told {
  told: ReadonlyMap<string, string>;
  description: PiperDescription | undefined;
  lang: string;
  forced: boolean;
  lexicons: readonly string[];
}

function speakersOf(title: string, { told, description, lang, forced, lexicons }: Told): Speaker[] {
  const kokoro = told.get('model_type') === 'kokoro';
  const named = kokoro
    ? (told.get('speaker_names') ?? '').split(',').map((name, number): [string, number] => [name.trim(), number])
    : Object.entries(description?.speaker_id_map ?? {});
  const speakers = named.flatMap(([name, number]) => {
    const own = kokoro && !forced ? languageOfSpeaker(name, told, lexicons) : lang;
    return name === '' || own === undefined ? [] : [{ name, number, lang: own }];
  });
  return speakers.length > 1 ? speakers : [{ name: title, number: 0, lang }];
}
