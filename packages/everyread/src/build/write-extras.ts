import type { Report } from '@everyread/core';
import type { OpenedReport } from '../open-report.js';
import type { OutputFolder, StagedFile } from '../output/output-folder.js';
import type { Built } from './build-editions.js';
import { buildReportJson } from './build-report.js';
import { checkArchive } from './check-archive.js';
import type { OutputCheck } from './check-output.js';
import { checkPage, downloadPageName } from './check-page.js';
import { conformancePage } from './conformance-page.js';
import { readBackEdition } from './conformance-read-back.js';
import { describeConformance, type ReadBack } from './conformance.js';
import { makePage } from './download-page.js';
import { zipEditions } from './zip-editions.js';

export interface ExtrasInput {
  opened: OpenedReport;
  report: Report;
  built: Built;
  folder: OutputFolder;
  /** Path of the output folder, which holds the editions already. */
  out: string;
  /** Name of the report's file. */
  source: string;
  now: Date;
}

/** What was written beside the editions, and what judging them and these files found. */
export interface Extras {
  files: StagedFile[];
  /** What reading back each edition found that differs, then the download page and the archive. */
  checks: OutputCheck[];
}

/**
 * Writes the download page, one archive of everything and the reports of the build. The reports come last: they say what was found
 * in all others.
 */
export async function writeExtras(input: ExtrasInput): Promise<Extras> {
  const { opened, report, built, folder, out, source } = input;
  // The parts of an MP3 edition hold what the whole holds; the archive needs it once.
  const packed = built.made.flatMap((made) => (made.job.renderer.name === 'mp3' ? made.files.slice(0, 1) : made.files));
  const archive = await folder.stage(`${opened.slug}-all.zip`, { mediaType: 'application/zip', body: zipEditions(out, packed, input.now) });
  const page = await folder.stage(downloadPageName, {
    mediaType: 'text/html',
    body: await makePage({ report, built, archive, assets: opened.assets, folder: out }),
  });
  const readBack: ReadBack = new Map();
  for (const made of built.made) readBack.set(made, await readBackEdition(made, report, out, opened.rules));
  const downloads = await checkDownloads(input, page, archive);
  const conformance = await describeConformance({ opened, report, built, readBack, downloads, source });
  const checks: OutputCheck[] = [
    ...[...readBack].map(([{ files }, messages]) => ({ path: files[0]?.path ?? '', main: true, read: true, messages: messages ?? [] })),
    ...downloads,
  ];
  const files = [
    archive,
    await folder.stage('everyread-report.json', {
      mediaType: 'application/json',
      body: encode(buildReportJson({ opened, built, checks, source })),
    }),
    await folder.stage('conformance.json', { mediaType: 'application/json', body: encode(`${JSON.stringify(conformance, null, 2)}\n`) }),
    await folder.stage('conformance.html', { mediaType: 'text/html', body: encode(await conformancePage(conformance, report.meta)) }),
    page,
  ];
  await folder.commit(files);
  return { files, checks };
}

/** Judges the page and the archive before they have their names: the report of the build says what was found in them. */
async function checkDownloads({ opened, report, built, out }: ExtrasInput, ...staged: StagedFile[]): Promise<OutputCheck[]> {
  const editions = built.made.flatMap((made) => made.files[0]?.path ?? []);
  const { title, lang } = report.meta;
  const unnamed = new Map(staged.map(({ path, temporary }) => [path, temporary]));
  const found = [
    await checkPage(out, { title, lang, editions, recorded: true, unnamed, written: ['conformance.html'] }),
    await checkArchive(out, editions, unnamed),
  ];
  return found.flatMap((check) =>
    check ? { ...check, messages: check.messages.flatMap((message) => opened.rules.judge(message)?.message ?? []) } : [],
  );
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
