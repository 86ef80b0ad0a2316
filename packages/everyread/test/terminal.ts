import { mkdtemp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../src/cli/main.js';
import type { World } from '../src/cli/world.js';

/** What a command printed, and how it ended. */
export interface Transcript {
  code: number;
  out: string;
  err: string;
  bytes: Uint8Array;
}

/** A small format that needs nothing but itself, as a configuration in JavaScript would hold it. */
export const wordsConfig = `
const words = (node) => [node.value ?? '', ...(node.children ?? []).map(words)].join(' ').replace(/\\s+/g, ' ').trim();
export const renderer = {
  name: 'words', title: 'Words', audience: 'Tests.', extension: 'txt', mediaType: 'text/plain',
  editions: ['screen-reader', 'large-print'], options: {},
  async *render(report, options, context) {
    const text = report.meta.title + '\\n' + context.edition.typeSizePt + '\\n' + words(report.root) + '\\n' + context.now.toISOString() + '\\n';
    yield { path: context.slug + '.txt', mediaType: 'text/plain', body: new TextEncoder().encode(text) };
  },
};
export default { renderers: [renderer], editions: ['words'] };
`;

/** Makes a folder with files in it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'everyread-test-'));
  for (const [name, body] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), body);
  }
  return folder;
}

/** The names of all files below a folder, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Runs the command line in this process, in a world of its own. */
export async function run(cwd: string, argv: readonly string[], world: Partial<World> & { input?: string } = {}): Promise<Transcript> {
  const out: Uint8Array[] = [];
  let err = '';
  const code = await main({
    argv,
    cwd,
    env: {},
    readInput: () => Promise.resolve(new TextEncoder().encode(world.input ?? '')),
    out: (chunk) => void out.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk),
    err: (text) => void (err += text),
    isTerminal: false,
    signal: new AbortController().signal,
    ...world,
  });
  const bytes = Buffer.concat(out);
  return { code, out: bytes.toString('utf8'), err, bytes };
}

/** A report without any fault. */
export const goodReport = `---
title: Our year
lang: en-GB
date: 2024-03-22
---

# Welcome

We met **502** people.
`;

/** A PNG of one pixel. */
export const pixel = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);
