import {
  createContext,
  EveryreadError,
  prepare,
  severityOf,
  type Assets,
  type Narration,
  type NarrationVoice,
  type OutputFile,
  type PreparedReport,
  type ProgressEvent,
  type Report,
} from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { assetsFor } from './assets/svg-as-png.js';
import type { Job } from './plan/plan.js';
import type { RuleSettings } from './rule-settings.js';

/** What all jobs of a run share. */
export interface RunSettings {
  report: Report;
  slug: string;
  assets: Assets;
  now: Date;
  signal: AbortSignal;
  /** The report, already prepared for an edition that formats do not change, its messages told. */
  prepared?: PreparedReport;
  /** What the author says of a message: see `RuleSettings.judge()`. */
  rules: Pick<RuleSettings, 'judge'>;
  progress?: (event: ProgressEvent) => void;
  /** Speaks the report; asked for once a narration is needed, and made once. */
  narrate?: (prepared: PreparedReport, message: (message: VFileMessage) => void) => Promise<Narration>;
}

/** How a job ended. Files count only where `ok` is true. */
export interface JobResult {
  job: Job;
  ok: boolean;
  /** What the format says of the document that was not said before. */
  messages: VFileMessage[];
  /** How many errors the format found, those said before counted too. */
  errors: number;
  /** What reading it back found, before the rules are asked; only where a thread did so. */
  readBack?: VFileMessage[];
  /** Who was heard, where it speaks. */
  voices?: readonly NarrationVoice[];
  /** Why the format failed, where the document is not to blame. */
  failure?: EveryreadError;
}

/**
 * Makes one edition in one format. Faults of the document and failures of the format are results, not exceptions,
 * so that the other formats still finish.
 *
 * @param receive - takes each file as it comes; its body must be read before the next
 * @throws {EveryreadError} code `aborted`, when the signal aborts; `io`, when `receive` fails
 */
export async function runJob(job: Job, settings: RunSettings, receive: (file: OutputFile) => Promise<void>): Promise<JobResult> {
  const messages: VFileMessage[] = [];
  let errors = 0;
  const message = (each: VFileMessage): void => {
    const judged = settings.rules.judge(each);
    if (!judged) return;
    if (severityOf(judged.message) === 'error') errors += 1;
    if (judged.isNew) messages.push(judged.message);
  };
  const { renderer } = job;
  const context = createContext(settings.report, job.edition, {
    assets: assetsFor(renderer.name, settings.assets),
    signal: settings.signal,
    now: settings.now,
    slug: settings.slug,
    message,
    ...(settings.progress ? { progress: settings.progress } : {}),
  });
  try {
    stopIfAborted(settings.signal);
    const narrated = isNarrated(job);
    const sentences = narrated || renderer.narration === 'required';
    const prepared =
      (sentences ? undefined : preparedFor(job, settings)) ??
      prepare(settings.report, job.edition, { format: renderer.name, message, sentences });
    if (narrated && settings.narrate) context.narration = await orAborted(settings.narrate(prepared, message), settings.signal);
    const files = renderer.render(prepared, job.options, context)[Symbol.asyncIterator]();
    for (;;) {
      const next = await orAborted(files.next(), settings.signal);
      if (next.done) break;
      await orAborted(receive(next.value), settings.signal);
    }
    stopIfAborted(settings.signal);
    const voices = context.narration?.voices;
    return { job, ok: errors === 0, messages, errors, ...(voices ? { voices } : {}) };
  } catch (error) {
    if (settings.signal.aborted || (error instanceof EveryreadError && error.code === 'aborted')) throw aborted(error);
    return { job, ok: false, messages, errors, failure: asFailure(error, job) };
  }
}

/** What was prepared before, where it is for the same edition: preparing a long report takes as long as reading it. */
function preparedFor({ edition }: Job, { prepared }: RunSettings): PreparedReport | undefined {
  return prepared && JSON.stringify(prepared.edition) === JSON.stringify(edition) ? prepared : undefined;
}

/** Whether a job is made with a narration: its format can't be without one, or its edition is read aloud. */
export function isNarrated({ renderer, edition, options }: Pick<Job, 'renderer' | 'edition' | 'options'>): boolean {
  if (renderer.speaks?.(options) === false) return false;
  return renderer.narration === 'required' || (renderer.narration === 'optional' && edition.name === 'read-aloud');
}

/** Waits no longer than the signal allows, for a format may be deaf to it. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  stopIfAborted(signal);
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(aborted(signal.reason));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
    // What still runs after the end has nobody to tell of its failure.
    work.catch(() => undefined);
  }
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw aborted(signal.reason);
}

function aborted(cause: unknown): EveryreadError {
  return new EveryreadError('aborted', 'Stopped before it was finished', { hint: 'Nothing that was half made is left.', cause });
}

/** What is thrown by a format that has a fault of its own becomes an error with a way on. */
function asFailure(error: unknown, job: Job): EveryreadError {
  if (error instanceof EveryreadError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EveryreadError('engine', `The format ${job.renderer.name} failed: ${reason.split('\n')[0] ?? ''}`, {
    hint: 'This is a fault of Everyread or of the format, not of the report. Please report it, with the report if you can.',
    cause: error,
  });
}
