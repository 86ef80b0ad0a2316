import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Node's own `recursive` tries for ever where a file system answers ENOENT to whatever is made in a
 * folder that exists, as /proc does.
 *
 * @param path - absolute
 * @returns the first folder that had to be made; nothing where all were there
 * @throws what Node says of the folder that can't be made
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  const first = await make(path);
  if (first !== 'above') return first;
  const above = dirname(path);
  // The folder above may come to be between the two looks, where several are made at once.
  const made = above === path ? undefined : await makeFolder(above);
  const own = await make(path);
  if (own === 'above') throw Object.assign(new Error(`ENOENT: no such folder, mkdir '${path}'`), { code: 'ENOENT', path });
  return made ?? own;
}

/** Makes one folder. @returns its path where it was made, nothing where it was there, `above` where the one above it is not */
async function make(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (cause) {
    if (await isFolder(path)) return undefined;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 'above';
    throw cause;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
