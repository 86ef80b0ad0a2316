import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files that stand where a build would write and that no whole build there made: last year's Word file, which the report was imported
 * from, or the PDF of a designer.
 *
 * @param names - of the files that are to be written, relative to the folder
 */
export async function filesOfOthers(folder: string, names: readonly string[]): Promise<string[]> {
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
    return new Set([...editions.flatMap(({ files }) => files.map(({ path }) => path)), 'index.html', 'conformance.html']);
  } catch {
    return new Set();
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
