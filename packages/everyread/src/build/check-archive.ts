import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ruleMessage } from '@everyread/core';
import { unzip, ZipError } from '@everyread/zip';
import { outputRules } from '../output/rules.js';
import type { OutputCheck } from './check-output.js';

/** The archive and one of its files are in the memory at once: days of sound are left to people. */
const mostBytes = 1e9;

/**
 * Compares the archive of all editions with the files that lie beside it: who takes everything at once must get the same.
 *
 * @param editions - main files of the editions, each of which it must hold
 * @param unnamed - files of the folder that are written but have no names yet: name → path
 * @param limitBytes - a larger archive is not read
 * @returns `undefined`, where the folder has no such archive
 */
export async function checkArchive(
  folder: string,
  editions: readonly string[],
  unnamed: ReadonlyMap<string, string> = new Map(),
  limitBytes = mostBytes,
): Promise<OutputCheck | undefined> {
  const names = unnamed.size > 0 ? [...unnamed.keys()] : (await readdir(folder)).sort();
  const name = names.find((each) => each.endsWith('-all.zip'));
  if (name === undefined) return undefined;
  const messages: OutputCheck['messages'] = [];
  const say = (reason: string): void => void messages.push(ruleMessage(outputRules['output-archive'], { reason: `${name} ${reason}` }));
  const place = unnamed.get(name) ?? join(folder, name);
  if ((await stat(place)).size > limitBytes) {
    const limit = `${name} is larger than ${limitBytes / 1e6} MB: what it holds was not compared with the files.`;
    return { path: name, main: true, read: false, limit, messages };
  }
  try {
    const archive = await readFile(place);
    const held: string[] = [];
    unzip(archive, { only: (path) => held.push(path) === 0 });
    for (const path of editions) if (!held.includes(path)) say(`lacks ${path}`);
    for (const path of held) {
      // One at a time: hours of sound would not fit into the memory twice.
      const body = unzip(archive, { only: (each) => each === path, maxFileBytes: archive.length * 20 }).get(path);
      const file = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
      if (file === undefined) say(`holds ${path}, which is not in the folder`);
      else if (!body || !file.equals(body)) say(`holds another ${path} than the folder`);
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    say(`can’t be read: ${error.message}`);
  }
  return { path: name, main: true, read: true, messages };
}
