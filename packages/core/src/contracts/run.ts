import type { VFileMessage } from 'vfile-message';
import { prepare } from '../prepare.js';
import type { PreparedReport, Report } from '../report.js';
import { wordsFor } from '../words/for-language.js';
import type { Assets } from './assets.js';
import { makeEdition, type Edition } from './edition.js';
import { EveryreadError, severityOf } from './message.js';
import type { Context, OutputFile, Renderer } from './renderer.js';

/** What a caller may set when it renders by hand; everything has a default. */
export interface RenderSettings {
  /** Default: the renderer's first edition. */
  edition?: Edition;
  /** Default: none, so a report with pictures needs it. */
  assets?: Assets;
  signal?: AbortSignal;
  /** Default: the report's date, or 1 January 2000. */
  now?: Date;
  /** Name of the output files without ending. Default `report`. */
  slug?: string;
  progress?: Context['progress'];
  /** Where messages go. Without it an error among them is thrown. */
  message?: (message: VFileMessage) => void;
  narration?: Context['narration'];
}

const noAssets: Assets = {
  load(path) {
    return Promise.reject(
      new EveryreadError('asset', `The report uses the file ${path}, but no way to open files was given`, {
        hint: 'Pass `assets`, such as memoryAssets({ … }) or the folder resolver of everyread.',
      }),
    );
  },
};

/** Makes the world that a renderer runs in. */
export function createContext(report: Report | PreparedReport, edition: Edition, settings: RenderSettings = {}): Context {
  const counts = new Map<string, number>();
  return {
    edition,
    assets: settings.assets ?? noAssets,
    signal: settings.signal ?? new AbortController().signal,
    now: settings.now ?? reportDate(report.meta.date),
    slug: settings.slug ?? 'report',
    id(prefix) {
      const n = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, n);
      return `${prefix}-${n}`;
    },
    words: wordsFor,
    progress: settings.progress ?? (() => undefined),
    message: settings.message ?? throwErrors,
    ...(settings.narration ? { narration: settings.narration } : {}),
  };
}

/** Midnight UTC of the report's date; 1 January 2000 where it has none. */
export function reportDate(date: string | undefined): Date {
  const parsed =
    date === undefined ? Number.NaN : Date.parse(`${date}${date.length === 4 ? '-01-01' : date.length === 7 ? '-01' : ''}T00:00:00Z`);
  return Number.isNaN(parsed) ? new Date(Date.UTC(2000, 0, 1)) : new Date(parsed);
}

function throwErrors(message: VFileMessage): void {
  if (severityOf(message) === 'error') {
    throw new EveryreadError('document', message.reason, { ...(message.note ? { hint: message.note } : {}), cause: message });
  }
}

/** Whether a report was prepared already. */
export function isPrepared(report: Report | PreparedReport): report is PreparedReport {
  return 'outline' in report;
}

/**
 * Runs a renderer on a report and yields its files. Prepares the report unless it is prepared.
 *
 * @throws {EveryreadError} `document` for the first error of the report where `settings.message` takes none; what the renderer throws
 */
export async function* renderFiles<Options extends object>(
  renderer: Renderer<Options>,
  report: Report | PreparedReport,
  options: Options,
  settings: RenderSettings = {},
): AsyncGenerator<OutputFile> {
  const edition = isPrepared(report) ? report.edition : (settings.edition ?? makeEdition(renderer.editions[0]));
  const context = createContext(report, edition, settings);
  const prepared = isPrepared(report)
    ? report
    : prepare(report, edition, { format: renderer.name, message: context.message, sentences: settings.narration !== undefined });
  yield* renderer.render(prepared, options, context);
}

/**
 * Runs a renderer and returns the bytes of its first file.
 *
 * @throws {EveryreadError} as `renderFiles()`; `engine` when the renderer makes no file
 */
export async function renderToBytes<Options extends object>(
  renderer: Renderer<Options>,
  report: Report | PreparedReport,
  options: Options,
  settings: RenderSettings = {},
): Promise<Uint8Array> {
  for await (const file of renderFiles(renderer, report, options, settings)) return collectBytes(file.body);
  throw new EveryreadError('engine', `The format ${renderer.name} made no file`);
}

/** Joins a body into one array. */
export async function collectBytes(body: OutputFile['body']): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
