import type { Node } from 'unist';
import type { SpokenPiece } from '../say/rule.js';

/** What a spoken unit is in the report. */
export type UnitKind = 'title' | 'heading' | 'text' | 'caption' | 'cell' | 'picture' | 'note' | 'page';

/** Words of a unit in one language. */
export interface SpokenPart {
  /** The words for the engine. */
  spoken: string;
  /** BCP 47 tag. */
  lang: string;
  /** Whether they stand within a sentence of another language. */
  within?: boolean;
}

/** One thing to be spoken in one go: a sentence, or a whole block. */
export interface SpokenUnit {
  /** The `id` of the sentence node or block. */
  id: string;
  kind: UnitKind;
  /** All that is said, announcements included. */
  spoken: string;
  /** The same by language: a sentence may hold words in another. */
  parts: SpokenPart[];
  /** The printed text that `pieces` refer to; empty where nothing is printed. */
  print: string;
  /** What is said for each stretch of the print. */
  pieces: SpokenPiece[];
  /** Pictograms and signs in it for which there are no words. */
  unnamed: string[];
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
