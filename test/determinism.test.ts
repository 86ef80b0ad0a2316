import {
  collectBytes,
  makeEdition,
  memoryAssets,
  nodeTable,
  prepare,
  renderFiles,
  type Report,
  type RenderSettings,
  type Renderer,
} from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { createRegistry } from 'everyread';
import { afterEach, describe, expect, it } from 'vitest';
import { quietNarration } from './quiet-narration.js';
// @ts-expect-error a script without types
import { drawPng } from './conformance/kit/pictures.mjs';

/** Every example of the node table in one report. */
const markdown = `---\ntitle: Every node\nlang: en-GB\npublisher: A charity\ndate: 2024-03-22\n---\n\n${Object.values(nodeTable)
  .map((spec) => `# Node: ${spec.title}\n\n${spec.example}\n`)
  .join('\n')}`;
const picture = new Uint8Array((drawPng as (width: number, height: number) => Uint8Array)(64, 40));
const assets = memoryAssets(Object.fromEntries([...markdown.matchAll(/images\/[\w.-]+\.png/g)].map(([path]) => [path, picture])));
const { report } = readMarkdown(markdown, { path: 'every-node.md' });

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

async function hashes(renderer: Renderer, source: Report, settings: RenderSettings): Promise<string[]> {
  const out: string[] = [];
  const prepared = prepare(source, settings.edition!, { format: renderer.name, sentences: renderer.narration !== undefined });
  const narration = isSpoken(renderer, settings.edition!.name) ? { narration: quietNarration(prepared) } : {};
  for await (const file of renderFiles(renderer, prepared, {}, { ...settings, ...narration, assets, message: () => undefined })) {
    const digest = await crypto.subtle.digest('SHA-256', (await collectBytes(file.body)) as Uint8Array<ArrayBuffer>);
    out.push(`${file.path} ${Buffer.from(digest).toString('hex')}`);
  }
  return out;
}

const renderers = await createRegistry().list();
const isSpoken = (renderer: Renderer, edition: string): boolean => renderer.narration === 'required' || edition === 'read-aloud';
const cases = renderers.flatMap((renderer) => renderer.editions.map((edition) => [renderer.name, edition, renderer] as const));

describe('same input, same bytes', () => {
  it('knows the formats', () => {
    expect(renderers.map(({ name }) => name)).toEqual(expect.arrayContaining(['docx', 'html', 'daisy-3']));
  });

  it.each(cases)('%s, %s: two runs in two time zones', async (_, name, renderer) => {
    const settings = { edition: makeEdition(name) };
    process.env['TZ'] = 'Pacific/Kiritimati';
    const first = await hashes(renderer, report, settings);
    process.env['TZ'] = 'America/St_Johns';
    const second = await hashes(renderer, structuredClone(report), settings);
    expect(first.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });
});
