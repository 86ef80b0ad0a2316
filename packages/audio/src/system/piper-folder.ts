import { EveryreadError } from '@everyread/core';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** What Piper's `.onnx.json` says of a voice. */
export interface PiperDescription {
  audio?: { sample_rate?: number };
  espeak?: { voice?: string };
  language?: { code?: string };
  num_speakers?: number;
  /** Name of each speaker and its number. */
  speaker_id_map?: Record<string, number>;
  phoneme_id_map?: Record<string, number[]>;
}

/**
 * Brings a voice as Piper publishes it (`.onnx` and `.onnx.json`) into the form that sherpa-onnx reads: `tokens.txt`,
 * and the description inside the model.
 *
 * @param work - where the changed copy is kept
 * @returns the folder of the copy
 */
export async function adaptPiperFolder(model: string, description: PiperDescription, work: string): Promise<string> {
  const { size, mtimeMs } = await stat(model);
  const name = createHash('sha256')
    .update(`${model}\n${size}\n${mtimeMs}\n${JSON.stringify(description)}`)
    .digest('hex')
    .slice(0, 16);
  const folder = join(work, `piper-${name}`);
  const copy = join(folder, basename(model));
  if (existsSync(copy)) return folder;
  const map = description.phoneme_id_map;
  if (map === undefined)
    throw new EveryreadError('engine', `${model}.json does not say which sounds the voice has`, {
      hint: 'Is it a Piper voice? Download the .onnx.json file again.',
    });
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'tokens.txt'),
    Object.entries(map)
      .map(([symbol, ids]) => `${symbol} ${ids[0] ?? 0}\n`)
      .join(''),
  );
  const told: [string, string][] = [
    ['model_type', 'vits'],
    ['comment', 'piper'],
    ['language', description.language?.code ?? 'en'],
    ['voice', description.espeak?.voice ?? 'en'],
    ['has_espeak', '1'],
    ['n_speakers', String(description.num_speakers ?? 1)],
    ['sample_rate', String(description.audio?.sample_rate ?? 22050)],
  ];
  // An ONNX model is a protocol buffer: a repeated field may be added at its end. Field 14 of ModelProto is metadata_props,
  // a pair of key (1) and value (2).
  const extra = told.map(([key, value]) => field(14, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))])));
  // Threads and runs may do this at once: each writes its own file, and the last rename is as good as the first.
  const temporary = `${copy}.${process.pid}-${threadId}.tmp`;
  await writeFile(temporary, Buffer.concat([await readFile(model), ...extra]));
  await rename(temporary, copy);
  return folder;
}

function field(number: number, body: Uint8Array): Buffer {
  const head = [(number << 3) | 2];
  let length = body.length;
  while (length > 127) {
    head.push((length & 127) | 128);
    length >>= 7;
  }
  return Buffer.concat([Buffer.from([...head, length]), body]);
}

/** The data of espeak-ng that Piper voices need: beside the voice, or where systems keep it. */
export function findEspeakData(folder: string): string | undefined {
  const places = [
    join(folder, 'espeak-ng-data'),
    '/usr/share/espeak-ng-data',
    '/usr/local/share/espeak-ng-data',
    '/opt/homebrew/share/espeak-ng-data',
  ];
  const libraries = '/usr/lib';
  if (existsSync(libraries)) for (const name of readdirSync(libraries)) places.push(join(libraries, name, 'espeak-ng-data'));
  return places.find((place) => existsSync(place));
}
