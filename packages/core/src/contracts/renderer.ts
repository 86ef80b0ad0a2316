import type { VFileMessage } from 'vfile-message';
import type { PreparedReport } from '../report.js';
import type { Words } from '../words/words.js';
import type { Assets } from './assets.js';
import type { Edition, EditionName } from './edition.js';
import type { Narration } from './narration.js';

/** One file that a renderer makes. */
export interface OutputFile {
  /** Name of the file, relative to the output folder, with forward slashes. */
  path: string;
  mediaType: string;
  body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** How far a renderer is. */
export interface ProgressEvent {
  /** What is being done, in a few words. */
  task: string;
  done: number;
  total: number;
}

/** The world of a renderer: there is nothing else, so the same input gives the same bytes. */
export interface Context {
  edition: Edition;
  assets: Assets;
  signal: AbortSignal;
  /** From the report's date or SOURCE_DATE_EPOCH, never the clock. */
  now: Date;
  /** The name of the input file without its ending: output files are named after it. */
  slug: string;
  /** A name not used before in this run, the same each time: `id('note')` gives `note-1`, `note-2`. */
  id(prefix: string): string;
  /** The fixed words of a language, falling back to those of the report's. */
  words(lang: string): Words;
  progress(event: ProgressEvent): void;
  message(message: VFileMessage): void;
  narration?: Narration;
}

/** A JSON Schema that describes options. */
export type OptionSchema = Readonly<Record<string, unknown>>;

/** A format: everything that Everyread must know to offer it. */
export interface Renderer<Options extends object = object> {
  /** Short name for the command line, such as `docx`. */
  readonly name: string;
  /** Name for people, such as “Word document”. */
  readonly title: string;
  /** One sentence: who it is for. */
  readonly audience: string;
  /** The same for editions that are for other people than the first. */
  readonly audiences?: Readonly<Partial<Record<EditionName, string>>>;
  /** Ending of the main file, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** The editions that make sense for it; the first is the default. */
  readonly editions: readonly [EditionName, ...EditionName[]];
  readonly options: OptionSchema;
  /** Whether it needs a narration in the context (`optional`: uses one where there is one). */
  readonly narration?: 'required' | 'optional';
  /** Whether it speaks with these options; a book of text alone needs no voice. Default: as `narration` says. */
  speaks?(options: Options): boolean;
  /** Loads what `render()` would load first: for who knows, before there is a report, that it will be asked for. */
  preload?(): Promise<unknown>;
  /**
   * Makes the files, the main one first.
   *
   * @throws {EveryreadError} when an engine fails or the signal aborts; faults of the document are messages
   */
  render(report: PreparedReport, options: Options, context: Context): AsyncIterable<OutputFile>;
}
