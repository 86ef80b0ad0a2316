import { EveryreadError } from '@everyread/core';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from '../output/make-folder.js';

/** A neural voice that the user made known by a short name. */
export interface KnownVoice {
  name: string;
  /** Absolute path of the model's folder. */
  folder: string;
  /** BCP 47 tag, where the user said one. */
  lang?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where what the user chose is kept on this system: EVERYREAD_CONFIG, else the user's own folder for such things. */
function settingsFolder(environment: Environment): string {
  if (environment['EVERYREAD_CONFIG']) return environment['EVERYREAD_CONFIG'];
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'everyread');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'everyread');
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'everyread');
}

const fileOf = (environment: Environment): string => join(settingsFolder(environment), 'voices.json');

/**
 * The voices that were made known on this machine, by name.
 *
 * @throws {EveryreadError} `io`, when the list is there and can't be read
 */
export async function knownVoices(environment: Environment): Promise<KnownVoice[]> {
  const path = fileOf(environment);
  const unusable = (cause: unknown): EveryreadError =>
    new EveryreadError('io', `The list of voices in ${path} can't be read`, {
      hint: 'Delete the file, and add the voices again with `everyread voices add FOLDER`.',
      cause,
    });
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw unusable(error);
  }
  try {
    const { voices } = JSON.parse(text) as { voices: KnownVoice[] };
    if (!voices.every((voice) => typeof voice.name === 'string' && typeof voice.folder === 'string')) throw new Error('not voices');
    return voices;
  } catch (cause) {
    throw unusable(cause);
  }
}

/** Writes the list anew; it appears by being renamed. */
export async function keepVoices(voices: readonly KnownVoice[], environment: Environment): Promise<void> {
  const path = fileOf(environment);
  try {
    await makeFolder(dirname(path));
    await writeFile(`${path}.${process.pid}.tmp`, `${JSON.stringify({ voices }, null, 2)}\n`);
    await rename(`${path}.${process.pid}.tmp`, path);
  } catch (cause) {
    throw new EveryreadError('io', `The list of voices in ${path} can't be written`, {
      hint: 'May you write there? Is the disk full?',
      cause,
    });
  }
}

/** `vits-piper-en_GB-alba-medium` is “alba”; what has no such form keeps its name. */
export function shortName(title: string): string {
  const short = title
    .replace(/^(?:vits-|piper-|sherpa-onnx-)+/, '')
    .replace(/^[a-z]{2,3}[_-][A-Z]{2}[-_]/, '')
    .replace(/[-_](?:x_low|low|medium|high)(?:[-_](?:int8|fp16))?$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return short === '' ? 'voice' : short;
}
