import { readFileSync } from 'node:fs';
import { collectBytes, makeEdition, memoryAssets, prepare, renderFiles } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { unzip } from '@everyread/zip';
import { createRegistry } from 'everyread';
import { describe, expect, it } from 'vitest';
import { quietNarration } from './quiet-narration.js';

/** Pictures of a web site, in every format that can't carry them as they are. */
const names = ['still.gif', 'moving.gif', 'lossy.webp', 'lossy-alpha.webp', 'moving.webp'];
const files = Object.fromEntries(
  names.map((name) => [name, new Uint8Array(readFileSync(new URL(`../packages/pictures/test/fixtures/${name}`, import.meta.url)))]),
);
const markdown = `---\ntitle: T\nlang: en\n---\n\n# One\n\n${names.map((name) => `![It says ${name.replace('.', ' ')}.](${name})\n`).join('\n')}`;
const { report } = readMarkdown(markdown, { path: 'r.md' });

async function make(format: string, assets = files): Promise<{ body: Uint8Array; said: string[] }> {
  const renderer = (await createRegistry().list()).find(({ name }) => name === format)!;
  const edition = makeEdition(renderer.editions[0]!);
  const spoken = renderer.narration === 'required';
  const prepared = prepare(report, edition, { format, sentences: spoken });
  const said: string[] = [];
  const settings = {
    assets: memoryAssets(assets),
    message: ({ ruleId, line }: { ruleId?: string; line?: number }) => said.push(`${ruleId} ${line}`),
    ...(spoken ? { narration: quietNarration(prepared) } : {}),
  };
  for await (const file of renderFiles(renderer, prepared, {}, settings)) return { body: await collectBytes(file.body), said };
  throw new Error('nothing was made');
}

const count = (bytes: Uint8Array, text: string): number => Buffer.from(bytes).toString('latin1').split(text).length - 1;
const still = (format: string, ...lines: number[]): string[] => lines.map((line) => `${format}-picture-still ${line}`);

describe('pictures of a web site', () => {
  it('are in a PDF, the first frame of those that move', async () => {
    const { body, said } = await make('pdf');
    // Each is 40 by 24; the four with alpha bring a mask of the same size.
    expect(count(body, '/Subtype /Image')).toBe(5 + 4);
    expect(said).toEqual(still('pdf', 10, 16));
  });

  it('are in Word: GIF as it is, WebP as PNG', async () => {
    const { body, said } = await make('docx');
    const media = [...unzip(body).keys()].filter((path) => path.startsWith('word/media/')).map((path) => path.replace(/^.*\./, ''));
    expect(media.sort()).toEqual(['gif', 'gif', 'png', 'png', 'png']);
    expect(said).toEqual(still('docx', 16));
  });

  it.each(['mobi', 'azw3'])('are in %s: GIF as it is, WebP as PNG', async (format) => {
    const { body, said } = await make(format);
    expect([count(body, 'GIF89a'), count(body, '\u0089PNG'), count(body, 'WEBPVP8')]).toEqual([2, 3, 0]);
    expect(said).toEqual(still('mobi', 16));
  });

  it.each(['daisy-2.02', 'daisy-3'])('are in %s as PNG', async (format) => {
    const { body } = await make(format);
    const pictures = [...unzip(body)].filter(([path]) => /^image-/.test(path));
    expect(pictures.map(([path]) => path)).toEqual([1, 2, 3, 4, 5].map((index) => `image-${index}.png`));
    for (const [, bytes] of pictures) expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe('PNG');
  });

  it.each([
    ['pdf', 'pdf-image'],
    ['docx', 'docx-picture-format'],
    ['mobi', 'mobi-picture-format'],
  ])('that are damaged are a message of %s with its place', async (format, rule) => {
    const damaged = { ...files, 'lossy.webp': files['lossy.webp']!.map((byte, at) => (at === 23 ? 0 : byte)) };
    const { said } = await make(format, damaged);
    expect(said).toContain(`${rule} 12`);
  });
});
