import { access, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EveryreadError } from '@everyread/core';
import { downloadPageName } from './check-page.js';

/**
 * Ends a build that would write over the report, or over files beside it that people made: any other folder is ours to fill.
 *
 * @param source - full path of the report
 * @param names - of the files that are to be written, relative to the folder
 * @param force - whether files of others may be written over; the report itself never is
 * @throws {EveryreadError} code `misuse`
 */
export async function refuseToOverwrite(folder: string, source: string, names: readonly string[], force = false): Promise<void> {
  const over = names.find((name) => resolve(folder, name) === source);
  if (over !== undefined)
    throw new EveryreadError('misuse', `${over} would be written over the document itself`, { hint: 'Choose another folder with --out.' });
  if (folder !== dirname(source) || force) return;
  const others = await filesOfOthers(folder, names);
  if (others.length > 0)
    throw new EveryreadError('misuse', `The folder of the report already holds ${others.join(', ')}, which would be written over`, {
      hint: 'Choose another folder with --out, or write over them with --force.',
    });
}

/**
 * Files that stand where a build would write and that no whole build there made: last year's Word file, which the report was imported
 * from, or the PDF of a designer.
 *
 * @param names - of the files that are to be written, relative to the folder
 */
async function filesOfOthers(folder: string, names: readonly string[]): Promise<string[]> {
  const made = await madeIn(folder);
  const found: string[] = [];
  for (const name of names) if (!made.has(name) && (await isThere(join(folder, name)))) found.push(name);
  return found;
}

/** What the last whole build put into a folder, by its `everyread-report.json`. */
async function madeIn(folder: string): Promise<ReadonlySet<string>> {
  try {
    const { editions } = JSON.parse(await readFile(join(folder, 'everyread-report.json'), 'utf8')) as {
      editions: { files: { path: string }[] }[];
    };
    return new Set([...editions.flatMap(({ files }) => files.map(({ path }) => path)), downloadPageName, 'conformance.html']);
  } catch {
    return new Set();
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
