import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ruleMessage } from '@everyread/core';
import { unzip, ZipError } from '@everyread/zip';
import { outputRules } from '../output/rules.js';
import type { OutputCheck } from './check-output.js';

/**
 * Compares the archive of all editions with the files that lie beside it: who takes everything at once must get the same.
 *
 * @param editions - main files of the editions, each of which it must hold
 * @returns `undefined`, where the folder has no such archive
 */
export async function checkArchive(folder: string, editions: readonly string[]): Promise<OutputCheck | undefined> {
  const name = (await readdir(folder)).sort().find((each) => each.endsWith('-all.zip'));
  if (name === undefined) return undefined;
  const messages: OutputCheck['messages'] = [];
  const say = (reason: string): void => void messages.push(ruleMessage(outputRules['output-archive'], { reason: `${name} ${reason}` }));
  try {
    const archive = await readFile(join(folder, name));
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
