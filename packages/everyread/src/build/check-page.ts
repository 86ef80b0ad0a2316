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
  /** Files of the folder that are written but have no names yet: name → path. Default: none. */
  unnamed?: ReadonlyMap<string, string>;
  /** Files that are written after the page was judged, as what it says of them can’t be wrong. Default: none. */
  written?: readonly string[];
}

/**
 * Judges the download page of a folder by the files in it.
 *
 * @returns `undefined`, where there is no such page and none has to be
 */
export async function checkPage(
  folder: string,
  { recorded, unnamed, written, ...expected }: PageExpected,
): Promise<OutputCheck | undefined> {
  const place = (path: string): string => unnamed?.get(path) ?? join(folder, ...path.split('/'));
  const page = await readFile(place(downloadPageName)).catch(unlessMissing);
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
  const { offers, messages } = await checkDownloadPage(page, {
    ...expected,
    find: async (path) => (written?.includes(path) ? comes : findFile(place(path))),
  });
  return offers === 0 && !recorded ? undefined : { ...result, read: true, messages };
}

/** The page says nothing of it but where it is. */
const comes: OfferedFile = { bytes: 0, sha256: () => Promise.resolve(''), body: () => Promise.resolve(new Uint8Array()) };

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
