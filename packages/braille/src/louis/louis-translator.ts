import { EveryreadError } from '@everyread/core';
import { sha256 as sumOfBytes } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { EngineInfo, LoadedTable, Run, TableFile, Translation, Translator } from '../translator.js';
import { pieces } from './pieces.js';
import { LouisInstance } from './instance.js';
import { includesOf, type TableSource } from './table-source.js';
import type { LouisModuleFactory } from './module.js';

/** What an Emscripten build needs to become a translator. */
export interface LouisTranslatorSettings {
  /** Makes an instance of the build. */
  createModule: LouisModuleFactory;
  /** The table files of the same generation of liblouis: never mix them. */
  tables: TableSource;
  /** Name of the engine for the record. Default `liblouis`. */
  name?: string;
}

/**
 * A translator over an Emscripten build of liblouis, through a wrapper of our own: buffers are sized in code
 * units, never in bytes, long texts go through in pieces, and an instance that dies is replaced.
 */
export async function louisTranslator(settings: LouisTranslatorSettings): Promise<Translator> {
  let instance = await LouisInstance.create(settings.createModule);
  const info: EngineInfo = { name: settings.name ?? 'liblouis', version: instance.version };
  const encoder = new TextEncoder();

  async function gather(files: readonly TableFile[]): Promise<Map<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    const seek = async (file: TableFile): Promise<void> => {
      const name = typeof file === 'string' ? file : file.name;
      if (found.has(name)) return;
      const bytes = typeof file === 'string' ? await settings.tables.load(name) : encoder.encode(file.text);
      if (bytes === undefined) {
        throw new EveryreadError('engine', `The Braille table ${name} was not found`, {
          hint: 'Check the table source: all table files of liblouis must be in it.',
        });
      }
      found.set(name, bytes);
      for (const included of includesOf(bytes)) await seek(included);
    };
    for (const file of files) await seek(file);
    return found;
  }

  return {
    info,
    async open(files) {
      const bytes = await gather(files);
      const names = files.map((file) => (typeof file === 'string' ? file : file.name));
      // Not Web Crypto: browsers keep it from pages that did not come over HTTPS, such as one on a charity’s own network.
      const sum = sumOfBytes.create();
      for (const [name, body] of bytes) sum.update(encoder.encode(`${name}\n`)).update(body);
      const sha256 = bytesToHex(sum.digest());
      // Corrections differ between callers: their names carry the sum, so that the engine's cache never mixes them.
      const own = new Set(files.flatMap((file) => (typeof file === 'string' ? [] : [file.name])));
      const onDisk = (name: string): string => (own.has(name) ? `${sha256.slice(0, 12)}-${name}` : name);
      const list = names.map((name) => `/tables/${onDisk(name)}`).join(',');
      const write = (target: LouisInstance): void => {
        for (const [name, body] of bytes) target.writeTable(onDisk(name), body);
        target.compile(list);
      };
      write(instance);
      let bound = instance;
      const known = new Map<string, boolean>();
      const texts = files.filter((file) => typeof file !== 'string');
      const rewrite = (print: string): string => texts.reduce((text, file) => file.rewrite?.(text) ?? text, print);
      const restore = (print: string): string => texts.reduce((text, file) => file.restore?.(text) ?? text, print);

      /** Runs a task; when the engine has died in one, a fresh one takes its place and the task is tried once more. */
      const guarded = <T>(task: (engine: LouisInstance) => T): T => {
        for (let attempt = 0; ; attempt += 1) {
          if (instance.dead) instance = LouisInstance.revive(settings.createModule);
          if (bound !== instance) {
            write(instance);
            bound = instance;
          }
          try {
            return task(instance);
          } catch (cause) {
            if (cause instanceof EveryreadError) throw cause;
            if (attempt > 0) throw new EveryreadError('engine', 'The Braille engine failed on a piece of text', { cause });
          }
        }
      };

      const table: LoadedTable = {
        files: names,
        sha256,
        translate(runs): Translation {
          return guarded((engine) => joinPieces(rewritten(runs, rewrite), (piece) => engine.translate(list, piece)));
        },
        backTranslate(cells) {
          return restore(guarded((engine) => engine.backTranslate(list, cells)));
        },
        knows(character) {
          let answer = known.get(character);
          if (answer === undefined) {
            answer = guarded((engine) => engine.knows(list, rewrite(character)));
            known.set(character, answer);
          }
          return answer;
        },
      };
      return table;
    },
  };

  function joinPieces(runs: readonly Run[], translate: (piece: readonly Run[]) => Translation): Translation {
    const parts = pieces(runs);
    if (parts.length === 1) return translate(parts[0]!.runs);
    const done = parts.map((part) => ({ at: part.at, ...translate(part.runs) }));
    const source = new Int32Array(done.reduce((sum, part) => sum + part.source.length, 0));
    let filled = 0;
    for (const part of done) {
      for (const offset of part.source) source[filled++] = offset + part.at;
    }
    return { cells: done.map((part) => part.cells).join(''), source };
  }
}

/** Runs whose print is rewritten as a whole: what a sign stands for may be told by the run beside it. */
function rewritten(runs: readonly Run[], rewrite: (print: string) => string): readonly Run[] {
  const print = runs.map((run) => run.text).join('');
  const changed = rewrite(print);
  if (changed === print) return runs;
  let at = 0;
  return runs.map((run) => ({ ...run, text: changed.slice(at, (at += run.text.length)) }));
}
