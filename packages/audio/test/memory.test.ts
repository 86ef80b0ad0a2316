import { createContext, makeEdition, prepare } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { localWorkers, mp3Renderer, narrate, type AudioCache, type SpeechEngine } from '../src/index.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const folder = mkdtempSync(join(tmpdir(), 'everyread-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** On the disk, as the command has it: a cache in memory would hold the whole book. */
const cache: AudioCache = {
  get: (key) => Promise.resolve(existsSync(join(folder, key)) ? new Uint8Array(readFileSync(join(folder, key))) : undefined),
  put: (key, value) => Promise.resolve(writeFileSync(join(folder, key), value)),
};

const engine: SpeechEngine = {
  id: 'hum',
  fingerprint: 'hum 1',
  voices: () => Promise.resolve([{ id: 'hum', title: 'Hum', lang: 'en-GB', charactersPerSecond: 15 }]),
  synthesise: ({ text }) =>
    Promise.resolve({
      pcm: Float32Array.from(
        { length: Math.round(((text.length + 4) / 15) * 16000) },
        (_, index) => 0.2 * Math.sin(index / (9 + (text.length % 7))),
      ),
      sampleRate: 16000,
    }),
};

/** Makes a book of some sections and says how large its MP3 is, and the most bytes of sound that were held at any time. */
async function measure(sections: number): Promise<{ bytes: number; heldBytes: number }> {
  const sentence = (index: number): string =>
    `Sentence ${index} tells of all that happened in the week before this one, and of ${index} more.`;
  const chapter = (index: number): string =>
    `# Chapter ${index}\n\n${Array.from({ length: 8 }, (_, each) => sentence(each + index * 8)).join(' ')}\n`;
  const markdown = `---\ntitle: T\nlang: en-GB\n---\n\n${Array.from({ length: sections }, (_, index) => chapter(index)).join('\n')}`;
  const { report } = readMarkdown(markdown, { path: 'report.md' });
  const prepared = prepare(report!, makeEdition('audio'), { sentences: true, message: () => undefined });
  const context = createContext(prepared, prepared.edition, { message: () => undefined });
  collect();
  const before = process.memoryUsage().arrayBuffers;
  let heldBytes = 0;
  let looks = 0;
  const look = (): void => {
    // Collecting takes longer than all the rest.
    looks += 1;
    if (looks % 7 !== 0) return;
    // What the first finds is given back while the second runs.
    collect();
    collect();
    heldBytes = Math.max(heldBytes, process.memoryUsage().arrayBuffers - before);
  };
  const narration = await narrate(prepared, { workers: localWorkers(engine), cache, sampleRate: 16000, onProgress: look }, context);
  let bytes = 0;
  for await (const file of mp3Renderer.render(prepared, { sections: false }, { ...context, narration })) {
    if (file.body instanceof Uint8Array) continue;
    for await (const chunk of file.body) {
      bytes += chunk.length;
      look();
    }
  }
  return { bytes, heldBytes };
}

describe('the memory of a narration', { timeout: 120_000 }, () => {
  it('is the same for a book four times as long', async () => {
    // The encoder is compiled, and its memory grown, before anything is measured.
    await measure(1);
    const short = await measure(3);
    const long = await measure(12);
    expect(long.bytes).toBeGreaterThan(3.5 * short.bytes);
    // Kept whole, the MP3 alone would add this much.
    expect(long.bytes - short.bytes).toBeGreaterThan(2_000_000);
    expect(long.heldBytes - short.heldBytes).toBeLessThan(500_000);
  });
});
