import { severityOf, type OutputFile } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { Job } from '../plan/plan.js';
import { orAborted, type JobResult, type RunSettings } from '../run-job.js';
import { fromPlainError, fromPlainMessage } from './plain-message.js';
import type { FromRenderer } from './protocol.js';

/**
 * Waits for what a thread made, judges its messages by the author's rules and hands on its files: the same result as
 * `runJob()` gives.
 *
 * @throws {EveryreadError} code `aborted`, when the signal aborts; `io`, when `receive` fails
 */
export async function takeAnswer(
  job: Job,
  answer: Promise<FromRenderer>,
  settings: RunSettings,
  receive: (file: OutputFile) => Promise<void>,
): Promise<JobResult> {
  const { files, messages: said, readBack, failure } = await orAborted(answer, settings.signal);
  const messages: VFileMessage[] = [];
  let errors = 0;
  for (const each of said) {
    const judged = settings.rules.judge(fromPlainMessage(each));
    if (!judged) continue;
    if (severityOf(judged.message) === 'error') errors += 1;
    if (judged.isNew) messages.push(judged.message);
  }
  if (failure) return { job, ok: false, messages, errors, failure: fromPlainError(failure) };
  for (const file of files) await orAborted(receive(file), settings.signal);
  return { job, ok: errors === 0, messages, errors, ...(readBack ? { readBack: readBack.map(fromPlainMessage) } : {}) };
}
