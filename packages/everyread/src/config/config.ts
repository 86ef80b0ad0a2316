import type { AuditLimits, Meta, Renderer, Severity } from '@everyread/core';
import type { NarratorOptions } from '../workers/narrator.js';

/** One edition to make, in full. */
export interface EditionChoice {
  /** Name of the format, such as `docx`. */
  format: string;
  /** Name of the edition, such as `large-print`; every edition of the whole report unless given. */
  edition?: string;
  /** The whole report or its summary. */
  content?: 'full' | 'summary';
  /** Type size in points. */
  typeSizePt?: number;
  /** Options of the format. */
  options?: object;
}

/** The ways of naming the editions to make. */
export type EditionChoices = readonly (string | EditionChoice)[] | Readonly<Record<string, string | readonly string[]>>;

/** What `everyread.config.ts` (or `.js`, `.json`) holds. Flags beat it; it beats the front matter. */
export interface Config {
  /** The editions to make: `['docx', 'docx:large-print', { format: 'brf', edition: 'summary' }]`. */
  editions?: EditionChoices;
  /** The output folder, relative to the configuration; default `dist` where the command runs. */
  out?: string;
  /** Rule id → severity, or `off`. */
  rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Rule id → why its findings are accepted; repeated in everyread-report.json. */
  suppress?: Readonly<Record<string, string>>;
  /** How long a sentence, a heading or a text alternative may be before the audit says so, and the like. */
  limits?: Partial<AuditLimits>;
  /** Type size of large print in points, 16 to 28. */
  typeSizePt?: number;
  /** Formats of other people. */
  renderers?: readonly Renderer[];
  /** Options of each format, by its name. */
  options?: Readonly<Record<string, object>>;
  /** Values that replace those of the front matter: the charity's theme, publisher, contact … */
  meta?: Partial<Meta>;
  /** Who speaks the sound editions, and how: voice, speed, words and how to say them. */
  narration?: NarratorOptions;
  /** The largest file that the report may use, in bytes; default 20 MB. */
  maxAssetBytes?: number;
}

/** Gives an editor the types of a configuration; returns it unchanged. */
export function defineConfig(config: Config): Config {
  return config;
}
