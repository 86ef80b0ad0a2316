import { createHash } from 'node:crypto';
import type { Grade } from '@everyread/braille';
import { severityOf, type NarrationVoice, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { OpenedReport } from '../open-report.js';
import { messageToJson, type MessageJson } from '../output/message-json.js';
import type { Suppressed } from '../rule-settings.js';
import type { Built, MadeEdition } from './build-editions.js';
import { personChecks, type PersonCheck } from './conformance-people.js';
import type { OutputCheck } from './check-output.js';
import { downloadPageName } from './check-page.js';
import { limitOfReadBack } from './conformance-read-back.js';
import { aimOf } from './conformance-standards.js';
import { isNarrated } from '../run-job.js';
import { brailleTables, packageVersions, type PackageVersion } from './conformance-versions.js';
import { isBraille, languagesIn, madeWith } from './read-back-options.js';

/** The name of the check that opens an edition again. */
export const readBackName = 'Read back and compared';

/** How many findings there are of each severity. */
export interface Counts {
  errors: number;
  warnings: number;
  hints: number;
}

/** One check of one edition. */
export interface ConformanceCheck {
  name: string;
  /** Whether this build ran it. */
  ran: boolean;
  /** How it ended; of a check that was not run, why, and how to run it. */
  result: string;
  counts?: Counts;
  /** What it did not look at, where its name could promise more. */
  limit?: string;
  findings: MessageJson[];
}

/** What the report says of one edition. */
export interface ConformanceEdition {
  title: string;
  format: string;
  edition: string;
  content: 'full' | 'summary';
  files: { path: string; bytes: number; sha256: string }[];
  /** What it is made to meet: an aim, not a verdict. */
  aimsAt: readonly string[];
  /** Who is heard, in an edition that speaks. */
  voices?: readonly NarrationVoice[];
  checks: ConformanceCheck[];
}

/** dist/conformance.json. */
export interface Conformance {
  title: string;
  lang: string;
  date?: string;
  source: { file: string; sha256: string };
  document: ConformanceCheck;
  editions: ConformanceEdition[];
  /** The page that offers the editions, and the archive of them all. */
  downloads: ConformanceCheck[];
  failed: { format: string; edition: string; error?: string; findings: MessageJson[] }[];
  suppressed: Suppressed[];
  /** Rules that the author gave another severity, or switched off. */
  changedRules: { ruleId: string; severity: string }[];
  versions: PackageVersion[];
  forPeopleToCheck: PersonCheck[];
}

/** What reading an edition back found; `undefined`, where nothing here reads its format. */
export type ReadBack = Map<MadeEdition, VFileMessage[] | undefined>;

/** What the report is made of. */
export interface ConformanceInput {
  opened: OpenedReport;
  report: Report;
  built: Built;
  readBack: ReadBack;
  /** What was found in the download page and in the archive. */
  downloads: readonly OutputCheck[];
  /** Name of the report's file. */
  source: string;
}

/** Says of each edition, and of what offers them, what was checked and what was not. It knows no clock. */
export async function describeConformance(input: ConformanceInput): Promise<Conformance> {
  const { opened, report, built, source } = input;
  const { title, lang, date } = report.meta;
  const formats = built.made.map((made) => made.job.renderer.name);
  return {
    title,
    lang,
    ...(date ? { date } : {}),
    source: { file: source, sha256: createHash('sha256').update(opened.text).digest('hex') },
    document: ranCheck('Audit of the document', opened.messages, source),
    editions: built.made.map((made) => describeEdition(made, input)),
    downloads: input.downloads.map(({ path, limit, messages }) => {
      const name = `${path === downloadPageName ? 'Download page' : 'Archive of all editions'} compared with the files`;
      return limit === undefined ? ranCheck(name, messages, path) : notRun(name, `Not run in this build. ${limit}`);
    }),
    failed: built.failed.map(({ job, error, messages }) => ({
      format: job.renderer.name,
      edition: job.edition.name,
      ...(error ? { error: error.message } : {}),
      findings: messages.map((message) => messageToJson(message, source)),
    })),
    suppressed: opened.rules.suppressed,
    changedRules: opened.rules.changed,
    versions: [
      ...(await packageVersions({ formats, spoken: built.made.some(({ job }) => isNarrated(job)), source })),
      ...(await brailleTables(lang, languagesIn(report), gradesOf(built))),
    ],
    forPeopleToCheck: personChecks(formats),
  };
}

/** The grades of Braille that were written. */
function gradesOf(built: Built): Set<Grade> {
  return new Set(built.made.flatMap(({ job }) => (isBraille(job.renderer.name) ? (madeWith(job).grade ?? 2) : [])));
}

function describeEdition(made: MadeEdition, input: ConformanceInput): ConformanceEdition {
  const { renderer, edition } = made.job;
  const { standards, validators } = aimOf(made.job);
  const readBack = input.readBack.get(made);
  const path = made.files[0]?.path ?? input.source;
  const kinds = [edition.name === renderer.editions[0] ? [] : edition.name, edition.content === 'summary' ? 'summary' : []].flat();
  return {
    title: [renderer.title, ...new Set(kinds)].join(', '),
    format: renderer.name,
    edition: edition.name,
    content: edition.content,
    files: made.files.map(({ path: name, bytes, sha256 }) => ({ path: name, bytes, sha256 })),
    aimsAt: standards,
    ...(made.voices ? { voices: made.voices } : {}),
    checks: [
      ranCheck('Checks while it was made', made.messages, input.source),
      readBack === undefined
        ? notRun(
            readBackName,
            'Not run in this build: nothing here reads this format. The command everyread check, given this folder, compares its checksum.',
          )
        : ranCheck(readBackName, readBack, path, limitOfReadBack(made.job)),
      ...(validators.length > 0
        ? [notRun('Validators of other people', `Not run in this build. Programs that judge such files: ${validators.join(', ')}.`)]
        : []),
    ],
  };
}

/** @param limit - what the check did not look at */
function ranCheck(name: string, messages: readonly VFileMessage[], file: string, limit?: string): ConformanceCheck {
  const count = (severity: string): number => messages.filter((message) => severityOf(message) === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), hints: count('info') };
  const result = limit === undefined ? sayCounts(counts) : `${sayCounts(counts)} ${limit}`;
  return {
    name,
    ran: true,
    result,
    counts,
    ...(limit === undefined ? {} : { limit }),
    findings: messages.map((message) => messageToJson(message, file)),
  };
}

function notRun(name: string, result: string): ConformanceCheck {
  return { name, ran: false, result, findings: [] };
}

function sayCounts({ errors, warnings, hints }: Counts): string {
  const say = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
  return `Run: ${say(errors, 'error')}, ${say(warnings, 'warning')}, ${say(hints, 'hint')}.`;
}
