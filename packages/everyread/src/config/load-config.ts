import { access, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Jiti } from 'jiti';
import { EveryreadError } from '@everyread/core';
import { placeInJson } from '../source/place-in-json.js';
import { checkConfig } from './check-config.js';
import type { Config } from './config.js';

/** The names under which a configuration is looked for, in this order. */
export const configNames = [
  'everyread.config.ts',
  'everyread.config.mts',
  'everyread.config.js',
  'everyread.config.mjs',
  'everyread.config.json',
] as const;

/** A configuration and where it was found. */
export interface LoadedConfig {
  config: Config;
  path?: string;
}

/**
 * Looks for a configuration in each of the folders, in order.
 *
 * @param folders - where to look: the document's folder, then the current one
 * @param named - a file that the user named; then no other is looked for
 * @param from - the folder from which messages name the file; default: they name its whole path
 * @throws {EveryreadError} code `misuse`, when the file does not exist, can't be read or holds something else
 */
export async function loadConfig(folders: readonly string[], named?: string, from?: string): Promise<LoadedConfig> {
  const shown = (path: string): string => (from === undefined ? path : relative(from, path));
  if (named !== undefined) {
    if (!(await exists(named)))
      throw new EveryreadError('misuse', `The configuration ${shown(named)} was not found`, { hint: 'Check the name after --config.' });
    return { config: await readConfig(named, shown(named)), path: named };
  }
  for (const folder of new Set(folders.map((each) => resolve(each)))) {
    for (const name of configNames) {
      const path = join(folder, name);
      if (await exists(path)) return { config: await readConfig(path, shown(path)), path };
    }
  }
  return { config: {} };
}

async function readConfig(path: string, shown: string): Promise<Config> {
  let value: unknown;
  try {
    value = await readValue(path);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const reason = message
      .split('\n')[0]!
      .replace(/^ParseError:\s*/, '')
      .trim();
    throw new EveryreadError('misuse', `The configuration ${shown}${await placeOf(cause, message, path)} can't be read: ${reason}`, {
      hint: 'Mend the file, or pass another with --config.',
      cause,
    });
  }
  return checkConfig(value, shown, await readFile(path, 'utf8'));
}

/** `:3:1`, where a fault can be found in the file. */
async function placeOf(fault: unknown, message: string, path: string): Promise<string> {
  if (extname(path) === '.json') {
    const { line, column } = placeInJson(message, (await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
    return `:${line}:${column}`;
  }
  const { name, stack } = fault as Partial<Error>;
  if (name === 'SyntaxError' || message.startsWith('ParseError')) return placeOfSyntax(path);
  // Of a program that failed, the line: its columns are those of what TypeScript became.
  const at = stack?.split('\n').find((each) => each.includes(`${basename(path)}:`));
  return at === undefined ? '' : (/(:\d+):\d+\)?$/.exec(at.trim())?.[1] ?? '');
}

/** Where a module is no JavaScript or TypeScript. Node does not say; jiti does, in place of the code, counting columns from 0. */
async function placeOfSyntax(path: string): Promise<string> {
  const jiti = await jitiFor(path);
  const code = jiti.transform({ source: await readFile(path, 'utf8'), filename: path });
  const [, line, column] = /__JITI_ERROR__ = \{.*?"line":(\d+),"column":(\d+)/.exec(code) ?? [];
  return line === undefined ? '' : `:${line}:${Number(column) + 1}`;
}

async function readValue(path: string): Promise<unknown> {
  if (extname(path) === '.json') return JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  if (/^\.m?js$/.test(extname(path))) {
    const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { default?: unknown };
    return module.default;
  }
  return (await jitiFor(path)).import(path, { default: true });
}

/** Node 20 reads no TypeScript; jiti strips the types and needs no compiler. Nothing is cached on disk. */
async function jitiFor(path: string): Promise<Jiti> {
  const { createJiti } = await import('jiti');
  return createJiti(join(dirname(path), 'everyread.config.ts'), { fsCache: false, moduleCache: false, interopDefault: true });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
