import { localWorkers, openEncoder, type FileEncoder } from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { parentPort, workerData } from 'node:worker_threads';
import { inlineLittle } from '../cli/v8-flags.js';
import { collectOften } from './collect-often.js';
import { openEngine, type EngineSpec } from './engine-spec.js';
import type { FromWorker, ToWorker } from './messages.js';

/** One thread of narration: an engine, or the files that it encodes. */
const spec = workerData as EngineSpec | undefined;
if (spec?.engine === 'espeak') inlineLittle();
const engine = spec && openEngine(spec).then(localWorkers);
engine?.catch(() => undefined);
const files = new Map<number, FileEncoder>();
// A sentence of the embedded voice leaves the memory of a program behind, of which the collector knows nothing. That of
// eSpeak NG leaves sound alone, and collecting for it would take a seventh of its time.
const collect = spec?.engine === 'espeak' ? (): void => undefined : collectOften(spec ? 4 : 16);
const never = new AbortController().signal;

async function answer(message: ToWorker): Promise<FromWorker> {
  switch (message.do) {
    case 'voices': {
      const workers = (await engine)!;
      return {
        id: message.id,
        ok: true,
        voices: await workers.voices(),
        fingerprint: `${workers.engine.id} ${workers.engine.fingerprint}`,
      };
    }
    case 'speak':
      return { id: message.id, ok: true, ...(await (await engine)!.speak(message.job, never)) };
    case 'open':
      files.set(message.file, await openEncoder(message.settings));
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
