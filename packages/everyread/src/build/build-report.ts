import { createHash } from 'node:crypto';
import { messageToJson } from '../output/message-json.js';
import type { Built } from './build-editions.js';
import type { OutputCheck } from './check-output.js';
import { madeWith } from './read-back-options.js';
import type { OpenedReport } from '../open-report.js';
import { version } from '../version.js';

/** What a person still has to look at: no program can judge it. */
export const forPeople = [
  'Read each text alternative beside its picture: does it say what the picture tells?',
  'Listen to a page of the sound editions: are names and abbreviations said as they should be?',
  'Let somebody who reads Braille read a page of the Braille edition.',
  'Read the summary alone: does it say what matters without the rest?',
  'Follow the links that lead out of the report.',
] as const;

/** What the record of a build is made of. */
export interface BuildReportInput {
  opened: OpenedReport;
  built: Built;
  /** What was found in the files that were written. */
  checks: readonly OutputCheck[];
  /** Name of the report's file. */
  source: string;
}

/**
 * The text of everyread-report.json: what was made, of what, what was found, what was accepted and what only people
 * can check. It holds no time of the clock, so it is the same twice.
 */
export function buildReportJson({ opened, built, checks, source }: BuildReportInput): string {
  const meta = opened.report?.meta;
  const report = {
    everyread: version,
    source: { file: source, sha256: createHash('sha256').update(opened.text).digest('hex') },
    title: meta?.title,
    lang: meta?.lang,
    date: meta?.date,
    editions: built.made.map(({ job, files, messages }) => ({
      format: job.renderer.name,
      edition: job.edition.name,
      content: job.edition.content,
      title: job.renderer.title,
      typeSizePt: job.edition.typeSizePt,
      ...madeWith(job),
      files: files.map(({ path, mediaType, bytes, sha256 }) => ({ path, mediaType, bytes, sha256 })),
      messages: messages.map((message) => messageToJson(message, source)),
    })),
    failed: built.failed.map(({ job, error, messages }) => ({
      format: job.renderer.name,
      edition: job.edition.name,
      ...(error ? { error: error.message, hint: error.hint } : {}),
      messages: messages.map((message) => messageToJson(message, source)),
    })),
    // What differs from the report, or from the files that the download page and the archive offer.
    written: { messages: checks.flatMap(({ path, messages }) => messages.map((message) => messageToJson(message, path))) },
    document: { messages: opened.messages.map((message) => messageToJson(message, source)), suppressed: opened.rules.suppressed },
    forPeopleToCheck: forPeople,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
