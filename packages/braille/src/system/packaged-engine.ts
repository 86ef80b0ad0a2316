import { EveryreadError } from '@everyread/core';
import { evaluateLouisBuild } from '../louis/evaluate.js';
import { louisTranslator } from '../louis/louis-translator.js';
import type { TableSource } from '../louis/table-source.js';
import { remembering } from '../remember.js';
import type { Translator } from '../translator.js';

/** The three built-in modules of Node that are used here, asked for at run time so that a browser's bundle has none. */
interface NodeBuiltins {
  getBuiltinModule?(name: 'node:fs'): { readFileSync(path: string): Uint8Array; existsSync(path: string): boolean };
  getBuiltinModule?(name: 'node:module'): { createRequire(from: string): { resolve(name: string): string } };
}

interface Builtins {
  readFileSync(path: string): Uint8Array;
  existsSync(path: string): boolean;
  resolve(name: string): string;
}

function builtins(): Builtins | undefined {
  const get = (globalThis as { process?: NodeBuiltins }).process?.getBuiltinModule;
  if (get === undefined) return undefined;
  const fs = (get as (name: 'node:fs') => { readFileSync(path: string): Uint8Array; existsSync(path: string): boolean })('node:fs');
  const module = (get as unknown as (name: 'node:module') => { createRequire(from: string): { resolve(name: string): string } })(
    'node:module',
  );
  const { resolve } = module.createRequire(import.meta.url);
  return { readFileSync: (path) => fs.readFileSync(path), existsSync: (path) => fs.existsSync(path), resolve };
}

let shared: Promise<Translator> | undefined;

/**
 * The embedded engine: `liblouis-build` as npm installed it beside this package, engine and tables as separate
 * files that a user may replace (LGPL-2.1 6b). One instance a worker is shared. Only in Node: a browser passes
 * a translator made with {@link louisTranslator}.
 *
 * @throws {EveryreadError} `engine` where there is no Node or the package is missing
 */
export function packagedTranslator(): Promise<Translator> {
  shared ??= makePackaged();
  return shared;
}

async function makePackaged(): Promise<Translator> {
  const node = builtins();
  if (node === undefined) {
    throw new EveryreadError('engine', 'No Braille engine was given', {
      hint: 'In a browser make one with louisTranslator({ createModule: evaluateLouisBuild(text), tables }) and pass it as the option translator.',
    });
  }
  let enginePath: string;
  try {
    enginePath = node.resolve('liblouis-build/build-no-tables-utf32.js');
  } catch (cause) {
    throw new EveryreadError('engine', 'The Braille engine liblouis-build is not installed', { hint: 'Run npm install.', cause });
  }
  const folder = `${enginePath.replace(/[^/\\]*$/, '')}tables/`;
  const tables: TableSource = {
    load(name) {
      if (!/^[\w.-]+$/.test(name)) return undefined;
      const path = `${folder}${name}`;
      return node.existsSync(path) ? node.readFileSync(path) : undefined;
    },
  };
  const source = new TextDecoder().decode(node.readFileSync(enginePath));
  return remembering(await louisTranslator({ createModule: evaluateLouisBuild(source), tables, name: 'liblouis-build (embedded)' }));
}
