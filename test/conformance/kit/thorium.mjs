import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Opens a book, a file or the folder of a talking book, with r2-shared-js, the parser inside Thorium Reader. */
export async function openPublication(path, kit) {
  const require = createRequire(import.meta.url);
  const base = join(kit.module('r2-shared-js'), 'dist/es8-es2017/src');
  const { initGlobalConverters_SHARED, initGlobalConverters_GENERIC } = require(join(base, 'init-globals.js'));
  initGlobalConverters_SHARED();
  initGlobalConverters_GENERIC();
  const { PublicationParsePromise } = require(join(base, 'parser/publication-parser.js'));
  return PublicationParsePromise(path);
}
