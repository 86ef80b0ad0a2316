import type { Node } from 'unist';
import type { SpokenPiece } from '../say/rule.js';

/** What a spoken unit is in the report. */
export type UnitKind = 'title' | 'heading' | 'text' | 'caption' | 'cell' | 'picture' | 'note' | 'page';

/** One thing to be spoken in one go: a sentence, or a whole block. */
export interface SpokenUnit {
  /** The `id` of the sentence node or block. */
  id: string;
  kind: UnitKind;
  /** The words for the engine, announcements included. */
  spoken: string;
  /** The printed text that `pieces` refer to; empty where nothing is printed. */
  print: string;
  /** What is said for each stretch of the print. */
  pieces: SpokenPiece[];
  /** BCP 47 tag. */
  lang: string;
  /** Silence after it, in milliseconds. */
  pauseMs: number;
  /** The level of a heading. */
  depth?: number;
  /** Where it is in the document, for messages. */
  position?: Node['position'];
}

/** The units of one sound file: the opening, or a main section with its notes. */
export interface UnitFile {
  /** The main section; absent for the opening. */
  sectionId?: string;
  /** For people: the section's heading or the report's title. */
  title: string;
  units: SpokenUnit[];
}
