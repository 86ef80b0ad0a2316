import type { Edition, Report } from '@everyread/core';
import type { PlainError, PlainMessage } from './plain-message.js';

/** What a thread of rendering is told. `open` comes once, before the first `render`. */
export type ToRenderer = { do: 'open'; world: RenderWorld } | { do: 'render'; id: number; job: PlainJob };

/** What all jobs of a run share, as plain values. */
export interface RenderWorld {
  report: Report;
  slug: string;
  /** Folder of the report's files. */
  folder: string;
  maxAssetBytes: number;
  /** The pictures that an imported document held, by path. */
  pictures?: ReadonlyMap<string, Uint8Array>;
  /** Milliseconds since 1970. */
  now: number;
  /** Whether each edition is also read back and compared with the report. */
  readBack: boolean;
}

/** A job as plain values: the renderer is one of Everyread's own and is found by its name. */
export interface PlainJob {
  format: string;
  edition: Edition;
  options: object;
  fileName: string;
}

/** One file that a thread made. */
export interface PlainFile {
  path: string;
  mediaType: string;
  body: Uint8Array;
}

/** What the thread answers. */
export interface FromRenderer {
  id: number;
  files: PlainFile[];
  /** Everything that the format says, before the rules of the author are asked. */
  messages: PlainMessage[];
  /** What reading the edition back found; absent where it was not read back. */
  readBack?: PlainMessage[];
  failure?: PlainError;
}
