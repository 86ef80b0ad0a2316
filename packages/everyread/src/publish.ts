import { collectBytes, type Assets, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { Config, EditionChoices } from './config/config.js';
import { shareNarrator } from './narration.js';
import { openReport, type Input } from './open-report.js';
import { readChoices } from './plan/choices.js';
import { planJobs, type Job } from './plan/plan.js';
import { createRegistry, type Registry } from './registry.js';
import type { Suppressed } from './rule-settings.js';
import { runDate } from './run-date.js';
import { runJob, type JobResult, type RunSettings } from './run-job.js';

/** How to publish. Everything has a default: every format of the whole report. */
export interface PublishOptions {
  /** The editions to make, such as `['docx', 'docx:large-print', { format: 'brf', edition: 'summary' }]`. */
  to?: EditionChoices;
  /** Formats to leave out. */
  except?: readonly string[];
  /** Only this edition of each format. */
  edition?: string;
  /** Type size of large print in points, 16 to 28. */
  typeSizePt?: number;
  /** Options of each format, by its name. */
  options?: Readonly<Record<string, object>>;
  /** The formats; default: those of Everyread and of the config. */
  registry?: Registry;
  config?: Config;
  /** Opens the report's files; default: the folder of the input. */
  assets?: Assets;
  /** Rule id → severity or `off`. */
  rules?: Config['rules'];
  /** Goes into the files; default: the report's date. */
  now?: Date;
  signal?: AbortSignal;
  /** Name of the output files without ending; default: the input's name. */
  slug?: string;
  /** Speaks the report for MP3, talking books and read-aloud; default: the voice of the config, in threads. */
  narrate?: RunSettings['narrate'];
}

/** One file that was made. */
export interface PublishedFile {
  /** Name, relative to an output folder. */
  path: string;
  mediaType: string;
  format: string;
  edition: string;
  body: Uint8Array;
}

/** What publishing gave. A format that failed has no files here. */
export interface Published {
  /** Whether everything that was asked for was made. */
  ok: boolean;
  files: PublishedFile[];
  /** What is to be said of the document and by the formats. */
  messages: VFileMessage[];
  /** Formats that could not be made, and why. */
  failures: { format: string; edition: string; error: Error }[];
  suppressed: Suppressed[];
}

/**
 * Turns a report into files in memory. Nothing is printed or written.
 *
 * ```ts
 * const { files } = await publish('report.md', { to: ['docx', 'html'] });
 * ```
 *
 * @param input - path of a Markdown or JSON file, `{ text, path?, folder? }`, or a report
 * @throws {EveryreadError} for misuse (no such file, format or edition), `io`, and `aborted`
 */
export async function publish(input: Input, options: PublishOptions = {}): Promise<Published> {
  const config = options.config ?? {};
  const opened = await openReport(input, {
    config,
    ...(options.assets ? { assets: options.assets } : {}),
    ...(options.rules ? { rules: options.rules } : {}),
  });
  const published: Published = {
    ok: opened.ok,
    files: [],
    messages: [...opened.messages],
    failures: [],
    suppressed: opened.rules.suppressed,
  };
  if (!opened.report || !opened.ok) return published;
  const jobs = await planFor(opened.report, { ...options, slug: options.slug ?? opened.slug });
  const signal = options.signal ?? new AbortController().signal;
  const narrator = shareNarrator(config.narration ?? {}, { signal, placeOf: opened.placeOf });
  const settings: RunSettings = {
    report: opened.report,
    slug: options.slug ?? opened.slug,
    assets: opened.assets,
    now: options.now ?? runDate(opened.report.meta.date, undefined),
    signal,
    rules: opened.rules,
    ...(opened.prepared ? { prepared: opened.prepared } : {}),
    narrate: options.narrate ?? ((prepared, message) => narrator.narrate(prepared, message)),
  };
  try {
    for (const job of jobs) await publishJob(job, settings, published);
  } finally {
    await narrator.close();
  }
  published.suppressed = opened.rules.suppressed;
  return published;
}

async function publishJob(job: Job, settings: RunSettings, published: Published): Promise<void> {
  const files: PublishedFile[] = [];
  const result = await runJob(job, settings, async (file) => {
    const path = files.length === 0 ? job.fileName : file.path;
    files.push({
      path,
      mediaType: file.mediaType,
      format: job.renderer.name,
      edition: job.edition.name,
      body: await collectBytes(file.body),
    });
  });
  record(published, result, files);
}

/** Plans the editions: options beat the config, which beats the front matter. */
export async function planFor(report: Report, options: PublishOptions & { slug: string; single?: boolean }): Promise<Job[]> {
  const config = options.config ?? {};
  const wanted = options.to ?? config.editions ?? report.meta.editions;
  const typeSizePt = options.typeSizePt ?? config.typeSizePt;
  const registry = options.registry ?? createRegistry(config.renderers);
  return planJobs({
    registry,
    ...(options.except ? { except: options.except } : {}),
    slug: options.slug,
    options: { ...config.options, ...options.options },
    ...(wanted === undefined ? {} : { choices: readChoices(wanted) }),
    ...(options.edition === undefined ? {} : { edition: options.edition, narrow: options.to === undefined && wanted !== undefined }),
    ...(typeSizePt === undefined ? {} : { typeSizePt }),
    ...(options.single === undefined ? {} : { single: options.single }),
  });
}

function record(published: Published, result: JobResult, files: PublishedFile[]): void {
  published.messages.push(...result.messages);
  if (result.ok) published.files.push(...files);
  else published.ok = false;
  if (result.failure)
    published.failures.push({ format: result.job.renderer.name, edition: result.job.edition.name, error: result.failure });
}
