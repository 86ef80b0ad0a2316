import { EveryreadError } from '@everyread/core';
import type { LouisModule, LouisModuleFactory, LouisModuleSettings } from './module.js';

/** How the file of liblouis-build ends: it calls itself, which would fix its heap at 16 MiB. */
const selfCall = /liblouisBuild\s*=\s*liblouisBuild\(\);?\s*$/;

/** Names that a build must not find: it would add listeners to Node's process and open files by itself. */
const hidden = ['process', 'require', 'module', 'exports', 'window', 'importScripts', 'print', 'printErr', 'read', 'scriptArgs'];

/**
 * Turns the source text of `liblouis-build/build-no-tables-utf32.js` (or of a build of the same shape) into a
 * factory. The file can't be imported: on load it calls itself with a heap of 16 MiB, which large tables
 * overflow, and adds an `uncaughtException` listener that changes how the whole program dies. Run in a scope
 * of its own it does neither, and a second instance can be made. The text must be one that you trust: it is run.
 *
 * @throws {EveryreadError} `engine` when the text is not such a build
 */
export function evaluateLouisBuild(source: string): LouisModuleFactory {
  if (!selfCall.test(source)) {
    throw new EveryreadError('engine', 'The Braille engine is not a build of liblouis that Everyread knows', {
      hint: 'Pass the text of liblouis-build/build-no-tables-utf32.js, or a factory of your own.',
    });
  }
  const body = quickened(source).replace(selfCall, 'return liblouisBuild;');
  // The engine is a script, not a module, and this is the one place where one is run: see above.
  // eslint-disable-next-line no-new-func
  const load = new Function(...hidden, body) as (...names: undefined[]) => (settings: LouisModuleSettings) => LouisModule;
  return (settings) => load.call({}).call({}, { TOTAL_MEMORY: 64 * 1024 * 1024, ENVIRONMENT: 'WEB', noExitRuntime: true, ...settings });
}

/** What is changed in the text of the engine before it runs; where a build has not the words, nothing is. */
const edits: readonly (readonly [RegExp, string])[] = [
  // An asm.js module (asmjs.org/spec/latest) is compiled whole to machine code; elsewhere it runs as the JavaScript that it is.
  [/'almost asm'/, "'use asm'"],
  // It was none because of a few brackets in the functions that copy memory: the index of a heap is `[p>>2]`, not `[(p>>2)]` (6.10).
  [/\b(HEAPU?(?:8|16|32))\[\(([^[\]]*)>>(\d)\)\]/g, '$1[$2>>$3]'],
  // For each piece of text it writes a line for its log, as long as the text, that nobody asked for: an eighth of its time.
  [/(function __lou_logWidecharBuf\([^{]*\{[^{}]*?sp = STACKTOP;)/, '$1 return;'],
];

/** The text of the engine, made quicker: what it answers is the same. */
export function quickened(source: string): string {
  return edits.reduce((text, [words, better]) => text.replace(words, better), source);
}
