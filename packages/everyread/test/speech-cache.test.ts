import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, collectBytes, makeEdition, prepare } from '@everyread/core';
import { afterAll, describe, expect, it } from 'vitest';
import { readMarkdown } from '@everyread/markdown';
import { cacheFolder } from '../src/cache/cache-folder.js';
import { fileCache } from '../src/cache/file-cache.js';
import { createNarrator } from '../src/workers/narrator.js';
import { openEngine } from '../src/workers/engine-spec.js';

const folder = mkdtempSync(join(tmpdir(), 'everyread-cache-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sound cache in a folder', () => {
  it('keeps bytes, forgets what is not there, and leaves no half entries', async () => {
    const cache = fileCache(join(folder, 'one'));
    expect(await cache.get('pcm-00aa')).toBeUndefined();
    await Promise.all(Array.from({ length: 20 }, () => cache.put('pcm-00aa', new Uint8Array([1, 2, 3]))));
    expect([...(await cache.get('pcm-00aa'))!]).toEqual([1, 2, 3]);
    expect(readdirSync(join(folder, 'one', '00'))).toEqual(['pcm-00aa']);
  });

  it('takes no key that leads out of it', async () => {
    await expect(fileCache(folder).get('../../etc/passwd')).rejects.toMatchObject({ code: 'misuse' });
  });

  it('says that it cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(fileCache(join(folder, 'file')).put('pcm-00aa', new Uint8Array(1))).rejects.toMatchObject({ code: 'io' });
  });

  it('stands where the user says', () => {
    expect(cacheFolder({ EVERYREAD_CACHE: '/x' })).toBe('/x');
  });
});

describe('a narrator', () => {
  const { report } = readMarkdown('---\ntitle: Our year\nlang: en-GB\n---\n\n# Training\n\nWe trained **502** people.\n', { path: 'r.md' });
  const prepared = prepare(report!, makeEdition('audio'), { sentences: true });
  const context = createContext(prepared, prepared.edition);

  it('gives the same sound from a fresh cache and a full one, loud enough to be heard', async () => {
    const once = async (): Promise<Uint8Array[]> => {
      const narrator = createNarrator({ threads: 0, cacheFolder: join(folder, 'speech') }, context);
      const narration = await narrator.narrate(prepared);
      await narrator.close();
      return Promise.all(narration.files.map((file) => collectBytes(file.body())));
    };
    const first = await once();
    expect(await once()).toEqual(first);
    // Silence at this bit rate is the same few bytes over and over.
    const kinds = new Set(Array.from(first[1]!, (byte, index) => `${byte},${first[1]![index + 1] ?? 0}`));
    expect(kinds.size).toBeGreaterThan(5000);
  });

  it('names what is not installed', async () => {
    await expect(openEngine({ engine: 'sherpa', folder: join(folder, 'nowhere') })).rejects.toMatchObject({ code: 'engine' });
  });
});
