import { parentPort, workerData } from 'node:worker_threads';
import { collectBytes, EveryreadError } from '@everyread/core';
import { readBackFile } from '../build/conformance-read-back.js';
import { folderAssets } from '../assets/folder-assets.js';
import { withFiles } from '../assets/with-files.js';
import { createRegistry } from '../registry.js';
import { runJob, type RunSettings } from '../run-job.js';
import { toPlainError, toPlainMessage } from './plain-message.js';
import type { FromRenderer, PlainFile, PlainJob, RenderWorld, ToRenderer } from './protocol.js';

/** One thread of rendering: it makes editions in Everyread's own formats, one after the other. */
const registry = createRegistry();
let settings: RunSettings | undefined;
let readBack = false;

// What it will be asked for first can be loaded while the report is still being read.
for (const format of workerData as readonly string[]) void preload(format).catch(() => undefined);

async function preload(format: string): Promise<void> {
  await (await registry.get(format)).preload?.();
}

function open(world: RenderWorld): RunSettings {
  const folder = folderAssets(world.folder, { maxBytes: world.maxAssetBytes });
  return {
    report: world.report,
    slug: world.slug,
    assets: world.pictures ? withFiles(world.pictures, folder) : folder,
    now: new Date(world.now),
    signal: new AbortController().signal,
    // The author's rules, and what was said before, are known to the main thread.
    rules: { judge: (message) => ({ message, isNew: true }) },
  };
}

async function render(id: number, job: PlainJob): Promise<FromRenderer> {
  try {
    const files: PlainFile[] = [];
    const renderer = await registry.get(job.format);
    const result = await runJob({ ...job, renderer }, settings!, async ({ path, mediaType, body }) => {
      files.push({ path, mediaType, body: await collectBytes(body) });
    });
    const { messages, failure } = result;
    const [main] = files;
    const found = readBack && result.ok && main ? await readBackFile({ ...job, renderer }, settings!.report, () => main.body) : undefined;
    return {
      id,
      files,
      messages: messages.map(toPlainMessage),
      ...(found ? { readBack: found.map(toPlainMessage) } : {}),
      ...(failure ? { failure: toPlainError(failure) } : {}),
    };
  } catch (error) {
    const failure = error instanceof EveryreadError ? error : new EveryreadError('engine', String(error));
    return { id, files: [], messages: [], failure: toPlainError(failure) };
  }
}

parentPort?.on('message', (message: ToRenderer) => {
  if (message.do === 'open') {
    settings = open(message.world);
    readBack = message.world.readBack;
    return;
  }
  void render(message.id, message.job).then((answer) => {
    // A body may be a view of a larger or a shared array, which must stay here.
    const own = answer.files.filter(({ body }) => body.byteLength === body.buffer.byteLength);
    parentPort!.postMessage(answer, [...new Set(own.map(({ body }) => body.buffer as ArrayBuffer))]);
  });
});
