import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../src/output/make-folder.js';

const root = mkdtempSync(join(tmpdir(), 'everyread-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('making a folder', () => {
  it('makes those above it, and says which came first', async () => {
    expect(await makeFolder(join(root, 'a/b/c'))).toBe(join(root, 'a'));
    expect(await makeFolder(join(root, 'a/b/c'))).toBeUndefined();
  });

  it('can be done by many at once: the first sentences of a narration all find their cache empty', async () => {
    for (let round = 0; round < 20; round += 1) {
      const paths = Array.from({ length: 40 }, (_, index) => join(root, `round-${round}/x/y/${index % 8}/${index}`));
      await Promise.all(paths.map((path) => makeFolder(path)));
      expect(paths.every((path) => existsSync(path))).toBe(true);
    }
  });

  it.skipIf(!existsSync('/proc/self'))('ends where nothing can be made', async () => {
    await expect(makeFolder('/proc/everyread/cache/speech')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
