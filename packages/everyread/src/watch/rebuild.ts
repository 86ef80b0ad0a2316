import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { readFile } from 'node:fs/promises';
import { prepare, type Report } from '@everyread/core';
import { unzip } from '@everyread/zip';
import { buildEditions, type Built } from '../build/build-editions.js';
import type { OpenedReport } from '../open-report.js';
import { messageToJson, type MessageJson } from '../output/message-json.js';
import { OutputFolder } from '../output/output-folder.js';
import type { Job } from '../plan/plan.js';
import type { FrameState } from './frame.js';

/** What is kept between two builds of a watched report. */
export interface Kept {
  /** Edition → fingerprint of what it was made of. */
  fingerprints: Map<string, string>;
  messages: Map<string, MessageJson[]>;
}

export interface RebuildSettings {
  opened: OpenedReport;
  report: Report;
  jobs: readonly Job[];
  now: Date;
  signal: AbortSignal;
  out: string;
  kept: Kept;
}

/** Makes again the editions that a change touches: those whose prepared report, options or pictures differ. */
export async function rebuild(settings: RebuildSettings): Promise<Built> {
  const { opened, report, kept } = settings;
  const touched: Job[] = [];
  for (const job of settings.jobs) {
    const fingerprint = await fingerprintOf(job, report, opened);
    if (kept.fingerprints.get(job.fileName) === fingerprint) continue;
    kept.fingerprints.set(job.fileName, fingerprint);
    touched.push(job);
  }
  const folder = new OutputFolder(settings.out);
  try {
    const built = await buildEditions({ opened, report, jobs: touched, now: settings.now, signal: settings.signal, folder });
    for (const each of [...built.made, ...built.failed]) {
      kept.messages.set(
        each.job.fileName,
        each.messages.map((message) => messageToJson(message, opened.path)),
      );
    }
    // What failed is tried again, even where nothing changed: the reason may lie outside.
    for (const each of built.failed) kept.fingerprints.delete(each.job.fileName);
    return built;
  } finally {
    await folder.dispose();
  }
}

async function fingerprintOf(job: Job, report: Report, opened: OpenedReport): Promise<string> {
  const hash = createHash('sha256');
  const prepared = prepare(report, job.edition, { format: job.renderer.name });
  const text = JSON.stringify([prepared.meta, prepared.root, prepared.notes, job.options, job.edition], (key, value: unknown) =>
    key === 'position' ? undefined : value,
  );
  hash.update(text);
  for (const [, path] of text.matchAll(/"(?:src|url|cover|logo|font)":"((?:[^"\\]|\\.)*)"/g)) {
    const asset = await opened.assets.load(JSON.parse(`"${path!}"`) as string).catch(() => undefined);
    if (asset) hash.update(asset.body);
  }
  return hash.digest('hex');
}

/** What the author's page shows after a build: the editions that a browser can open, EPUB by its pages, and all messages. */
export async function describeState(opened: OpenedReport, jobs: readonly Job[], out: string, kept: Kept): Promise<FrameState> {
  const editions: FrameState['editions'] = [];
  for (const job of jobs) {
    if (!kept.fingerprints.has(job.fileName)) continue;
    const href = `/${encodeURIComponent(job.fileName)}`;
    if (/\.(html|pdf|txt)$/.test(job.fileName)) editions.push({ name: `${job.renderer.title}: ${job.fileName}`, href });
    if (!job.fileName.endsWith('.epub')) continue;
    const book = await readFile(join(out, job.fileName)).catch(() => undefined);
    const pages = book ? [...unzip(book).keys()].filter((path) => path.endsWith('.xhtml')) : [];
    for (const page of pages)
      editions.push({
        name: `${job.fileName}: ${page.split('/').at(-1)!}`,
        href: `${href}/${page.split('/').map(encodeURIComponent).join('/')}`,
      });
  }
  const own = opened.messages.map((message) => messageToJson(message, relative('.', opened.path)));
  return {
    title: opened.report?.meta.title ?? '',
    editions,
    messages: [...own, ...jobs.flatMap((job) => kept.messages.get(job.fileName) ?? [])],
  };
}
