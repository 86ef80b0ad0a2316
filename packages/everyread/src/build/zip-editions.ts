import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { zipStream, type ZipStreamEntry } from '@everyread/zip';
import type { StagedFile } from '../output/output-folder.js';

/** One archive with every file of a build, in the order in which they were made. */
export function zipEditions(folder: string, files: readonly StagedFile[], date: Date): AsyncIterable<Uint8Array> {
  // ZIP begins in 1980.
  const earliest = Date.UTC(1980, 0, 1);
  return zipStream(readEntries(folder, files), { date: new Date(Math.max(date.getTime(), earliest)) });
}

function* readEntries(folder: string, files: readonly StagedFile[]): Generator<ZipStreamEntry> {
  for (const file of files) yield { path: file.path, body: createReadStream(join(folder, ...file.path.split('/'))) };
}
