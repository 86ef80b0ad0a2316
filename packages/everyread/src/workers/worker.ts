import { localWorkers, type FileEncoder } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { parentPort, workerData } from 'node:worker_threads';
import { collectOften } from './collect-often.js';
import { openEngine, type EngineSpec } from './engine-spec.js';
import type { FromWorker, ToWorker } from './messages.js';

/** One thread of narration: an engine and the files that it encodes. */
const engine = openEngine(workerData as EngineSpec);
engine.catch(() => undefined);
const files = new Map<number, FileEncoder>();
const collect = collectOften(16);
const collectNow = collectOften(1);
const never = new AbortController().signal;

async function answer(message: ToWorker): Promise<FromWorker> {
  const workers = localWorkers(await engine);
  switch (message.do) {
    case 'voices':
      return {
        id: message.id,
        ok: true,
        voices: await workers.voices(),
        fingerprint: `${workers.engine.id} ${workers.engine.fingerprint}`,
      };
    case 'speak':
      return { id: message.id, ok: true, ...(await workers.speak(message.job, never)) };
    case 'open':
      files.set(message.file, await workers.openFile(message.settings));
      // The voice rests now.
      collectNow();
      return { id: message.id, ok: true };
    case 'write':
      return { id: message.id, ok: true, bytes: await files.get(message.file)!.write(message.samples, message.gainDb, message.silence) };
    case 'finish': {
      const bytes = await files.get(message.file)!.finish();
      files.delete(message.file);
      return { id: message.id, ok: true, bytes };
    }
  }
}

parentPort?.on('message', (message: ToWorker) => {
  answer(message).then(
    (reply) => {
      const buffers = reply.ok
        ? [reply.samples, reply.energies, reply.bytes].flatMap((part) => (part === undefined ? [] : [part.buffer as ArrayBuffer]))
        : [];
      parentPort!.postMessage(reply, buffers);
      collect();
    },
    (error: unknown) => {
      const known = error instanceof EveryreadError;
      const reply: FromWorker = {
        id: message.id,
        ok: false,
        code: known ? error.code : 'engine',
        message: error instanceof Error ? error.message : String(error),
      };
      parentPort!.postMessage(known && error.hint !== undefined ? { ...reply, hint: error.hint } : reply);
    },
  );
});
