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
  try {
    await mkdir(path);
    return path;
  } catch (cause) {
    if (await isFolder(path)) return undefined;
    const above = dirname(path);
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT' || above === path || (await isFolder(above))) throw cause;
    const first = await makeFolder(above);
    await mkdir(path);
    return first ?? path;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
