import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ruleMessage } from '@everyread/core';
import type { DownloadPageContext, OfferedFile } from '@everyread/check';
import { outputRules } from '../output/rules.js';
import type { OutputCheck } from './check-output.js';

/** Name of the page that offers every edition. */
export const downloadPageName = 'index.html';

/** What the page of a folder must say. */
export interface PageExpected extends Omit<DownloadPageContext, 'find'> {
  /** Whether the build wrote a page: without its record, another page of that name may lie there. */
  recorded: boolean;
}

/**
 * Judges the download page of a folder by the files in it.
 *
 * @returns `undefined`, where there is no such page and none has to be
 */
export async function checkPage(folder: string, { recorded, ...expected }: PageExpected): Promise<OutputCheck | undefined> {
  const page = await readFile(join(folder, downloadPageName)).catch(unlessMissing);
  const result = { path: downloadPageName, main: true };
  if (page === undefined)
    return recorded
      ? {
          ...result,
          read: false,
          messages: [ruleMessage(outputRules['output-missing'], { reason: `The file ${downloadPageName} is not there` })],
        }
      : undefined;
  const { checkDownloadPage } = await import('@everyread/check');
  const { offers, messages } = await checkDownloadPage(page, { ...expected, find: (path) => findFile(join(folder, ...path.split('/'))) });
  return offers === 0 && !recorded ? undefined : { ...result, read: true, messages };
}

async function findFile(path: string): Promise<OfferedFile | undefined> {
  const found = await stat(path).catch(unlessMissing);
  if (!found?.isFile()) return undefined;
  return {
    bytes: found.size,
    sha256: async () => {
      const hash = createHash('sha256');
      // An archive of sound may be larger than the memory.
      for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
      return hash.digest('hex');
    },
    body: () => readFile(path),
  };
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG' || error.code === 'EISDIR') return undefined;
  throw error;
}
