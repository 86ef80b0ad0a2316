import { EveryreadError, severityOf, type NarrationVoice, type OutputFile, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { OpenedReport } from '../open-report.js';
import type { OutputFolder, StagedFile } from '../output/output-folder.js';
import type { Job } from '../plan/plan.js';
import { runJob, type JobResult, type RunSettings } from '../run-job.js';
import type { FromRenderer } from '../threads/protocol.js';
import type { RenderPool } from '../threads/render-pool.js';
import { takeAnswer } from '../threads/take-answer.js';

/** One edition that was made and stands in the output folder. */
export interface MadeEdition {
  job: Job;
  files: StagedFile[];
  messages: VFileMessage[];
  /** What reading it back found, before the rules are asked; absent where that was not done while it was made. */
  readBack?: VFileMessage[];
  /** Who is heard, in an edition that speaks. */
  voices?: readonly NarrationVoice[];
}

/** What a build gave. */
export interface Built {
  made: MadeEdition[];
  /** Editions that failed: by an engine's failure, or by what their messages say of the document. */
  failed: { job: Job; error?: EveryreadError; messages: VFileMessage[] }[];
}

export interface BuildSettings {
  opened: OpenedReport;
  report: Report;
  jobs: readonly Job[];
  now: Date;
  signal: AbortSignal;
  folder: OutputFolder;
  narrate?: RunSettings['narrate'];
  /** Makes in threads what can be; default: everything is made here. */
  pool?: RenderPool;
  /** Whether the threads also read each edition back. Default: no. */
  readBack?: boolean;
  /** Told before and after each job. */
  onStart?: (job: Job, index: number) => void;
  onEnd?: (job: Job, result: JobResult, files: readonly StagedFile[]) => void;
}

/**
 * Makes the editions and writes them in their order. An edition that fails leaves no file; the others are made.
 *
 * @throws {EveryreadError} `aborted`, when the signal aborts; what was made by then stays
 */
export async function buildEditions(settings: BuildSettings): Promise<Built> {
  const built: Built = { made: [], failed: [] };
  const run: RunSettings = {
    report: settings.report,
    slug: settings.opened.slug,
    assets: settings.opened.assets,
    now: settings.now,
    signal: settings.signal,
    rules: settings.opened.rules,
    ...(settings.opened.prepared ? { prepared: settings.opened.prepared } : {}),
    ...(settings.narrate ? { narrate: settings.narrate } : {}),
  };
  const taken = new Set(settings.jobs.map((job) => job.fileName.toLowerCase()));
  const answers = await startThreads(settings, run);
  for (const [index, job] of settings.jobs.entries()) {
    settings.onStart?.(job, index);
    // Lets Ctrl+C be heard between two editions, which are made without a pause.
    await new Promise((resolve) => setImmediate(resolve));
    const files: StagedFile[] = [];
    const receive = async (file: OutputFile): Promise<void> => {
      const path = files.length === 0 ? job.fileName : free(file.path, taken);
      files.push(await settings.folder.stage(path, file));
    };
    const answer = answers?.get(job);
    const told = answer ? await failWhenUnwritten(job, takeAnswer(job, answer, run, receive)) : await runJob(job, run, receive);
    const result = told.ok
      ? await failWhenUnwritten(
          job,
          settings.folder.commit(files).then(() => told),
        )
      : told;
    if (result.ok && files.length > 0) {
      const { messages, readBack, voices } = result;
      built.made.push({ job, files, messages, ...(readBack ? { readBack } : {}), ...(voices ? { voices } : {}) });
    } else {
      built.failed.push({ job, messages: result.messages, ...(result.failure ? { error: result.failure } : {}) });
    }
    settings.onEnd?.(job, result, files);
  }
  return built;
}

/** An edition that can't be written fails like one that can't be made: the others are made all the same. */
async function failWhenUnwritten(job: Job, result: Promise<JobResult>): Promise<JobResult> {
  try {
    return await result;
  } catch (cause) {
    if (cause instanceof EveryreadError && cause.code === 'io') return { job, ok: false, messages: [], errors: 0, failure: cause };
    throw cause;
  }
}

/** Threads open the report's files by themselves, so they need its folder. */
async function startThreads(
  { pool, opened, jobs, readBack = false }: BuildSettings,
  { report, slug, now }: RunSettings,
): Promise<Map<Job, Promise<FromRenderer>> | undefined> {
  if (!pool || !opened.files) return undefined;
  const { folder, maxBytes, pictures } = opened.files;
  const world = { report, slug, folder, maxAssetBytes: maxBytes, now: now.getTime(), readBack };
  return pool.start(jobs, pictures ? { ...world, pictures } : world);
}

/** Further files of an edition keep their names unless another edition has them, capitals aside. */
function free(path: string, taken: Set<string>): string {
  const dot = path.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  let name = path;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${stem}-${n}${ending}`;
  taken.add(name.toLowerCase());
  return name;
}

/** Whether any message is a warning. */
export function hasWarnings(messages: readonly VFileMessage[]): boolean {
  return messages.some((message) => severityOf(message) === 'warning');
}
