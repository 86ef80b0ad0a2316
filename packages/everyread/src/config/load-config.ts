import { access, readFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { auditLimits, EveryreadError, nearest } from '@everyread/core';
import { placeInJson } from '../source/place-in-json.js';
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
    const reason = (cause instanceof Error ? cause.message.split('\n')[0] : String(cause)) ?? '';
    throw new EveryreadError('misuse', `The configuration ${shown}${await placeOf(reason, path)} can't be read: ${reason}`, {
      hint: 'Mend the file, or pass another with --config.',
      cause,
    });
  }
  return checkConfig(value, shown);
}

/** `:3:1`, where a fault of JSON says at which character it is. */
async function placeOf(reason: string, path: string): Promise<string> {
  if (extname(path) !== '.json' || !/ position \d+/.test(reason)) return '';
  const { line, column } = placeInJson(reason, await readFile(path, 'utf8'));
  return `:${line}:${column}`;
}

async function readValue(path: string): Promise<unknown> {
  if (extname(path) === '.json') return JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  if (/^\.m?js$/.test(extname(path))) {
    const module = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { default?: unknown };
    return module.default;
  }
  // Node 20 reads no TypeScript; jiti strips the types and needs no compiler. Nothing is cached on disk.
  const { createJiti } = await import('jiti');
  const jiti = createJiti(join(dirname(path), 'everyread.config.ts'), { fsCache: false, moduleCache: false, interopDefault: true });
  return jiti.import(path, { default: true });
}

const kinds: Readonly<Record<keyof Config, (value: unknown) => boolean>> = {
  editions: (value) => Array.isArray(value) || isObject(value),
  out: isText,
  rules: (value) => isObject(value) && Object.values(value).every((each) => ['error', 'warning', 'info', 'off'].includes(each as string)),
  suppress: (value) => isObject(value) && Object.values(value).every((reason) => isText(reason)),
  limits: (value) =>
    isObject(value) &&
    Object.entries(value).every(([name, limit]) => Object.hasOwn(auditLimits, name) && isNumber(limit) && Number(limit) > 0),
  typeSizePt: isNumber,
  renderers: Array.isArray,
  options: (value) => isObject(value) && Object.values(value).every(isObject),
  meta: isObject,
  narration: isObject,
  maxAssetBytes: isNumber,
};

const wanted: Readonly<Record<keyof Config, string>> = {
  editions: 'a list such as ["docx", "docx:large-print"]',
  out: 'the name of a folder',
  rules: 'rule ids with error, warning, info or off',
  suppress: 'rule ids, each with a written reason',
  limits: `numbers above 0 for ${Object.keys(auditLimits).join(', ')}`,
  typeSizePt: 'a number of points',
  renderers: 'a list of renderers',
  options: 'the options of each format, by its name',
  meta: 'values as in the front matter',
  narration: 'the settings of the voice, such as { "rate": 0.9 }',
  maxAssetBytes: 'a number of bytes',
};

function checkConfig(value: unknown, path: string): Config {
  if (!isObject(value))
    throw new EveryreadError('misuse', `The configuration ${path} holds no object`, {
      hint: 'Begin it with `export default {` (or `{` in JSON).',
    });
  const names = Object.keys(kinds) as (keyof Config)[];
  for (const [name, member] of Object.entries(value)) {
    if (name === '$schema' || member === undefined) continue;
    if (!(names as string[]).includes(name)) {
      const near = nearest(name, names);
      throw new EveryreadError('misuse', `The configuration ${path} has a key that Everyread does not know: ${name}`, {
        hint: near ? `Did you mean ${near}?` : `The keys are ${names.join(', ')}.`,
      });
    }
    const key = name as keyof Config;
    if (!kinds[key](member))
      throw new EveryreadError('misuse', `In the configuration ${path}, ${name} must be ${wanted[key]}`, {
        hint: 'The README of everyread shows the keys, under “Configuration”.',
      });
  }
  return value as Config;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
