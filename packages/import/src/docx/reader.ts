import type { FlowContent, PhrasingContent } from '@everyread/core';
import type { Findings } from '../importing.js';
import type { PictureFiles } from '../picture-files.js';
import type { ContentsEntry } from '../repair/contents.js';
import type { Places } from '../places.js';
import type { Relationship, WordPackage } from './package.js';
import type { Numbering } from './numbering.js';
import type { Source, SourceMark } from './source-marks.js';
import type { WordStyle } from './styles.js';

/** A field that is open: it may begin in one paragraph and end in another (ISO/IEC 29500-1, 17.16). */
export interface OpenField {
  instruction: string;
  inResult: boolean;
}

/** What one reading of a Word file knows. */
export interface Reader {
  package: WordPackage;
  styles: ReadonlyMap<string, WordStyle>;
  numbering: Numbering;
  findings: Findings;
  /** Canonical BCP 47 tag of the document, empty where it names none. */
  lang: string;
  /** The language of text that says none of its own, as the file writes it. */
  usualLang: string | undefined;
  /** Relationships of the part that is being read. */
  relationships: ReadonlyMap<string, Relationship>;
  pictures: PictureFiles;
  places: Places;
  /** Whether a note is being read. */
  inNote: boolean;
  /** What the contents list says, which is left out. */
  contents: ContentsEntry[];
  /** The size of letters where no style says one, and the sizes that were found: of each paragraph the smallest, and how much text has it. */
  sizes: { usual: number; ofParagraph: Map<number, number>; amounts: Map<number, number> };
  /** Paragraphs whose words tabs part, and the words between. */
  tabbed: Map<FlowContent, PhrasingContent[][]>;
  /** Paragraphs so far: messages name their place so. */
  paragraphs: number;
  /** What goes on in the next paragraph: a large first letter, words whose paragraph has lost its end. */
  carried: PhrasingContent[];
  fields: OpenField[];
  /** What a file of our own keeps of its nodes. */
  source: Source;
  /** Marks around blocks that begin or end in the paragraph that is being read. */
  markEvents: { kind: 'open' | 'close'; name: string }[];
  /** Passages in another language that are open, by their marks, outermost first. */
  passages: { name: string; lang: string }[];
  /** Marks of a line that are open, and whether the look of what they are around is no longer theirs. */
  lineMarks: { name: string; mark: SourceMark; broken: boolean }[];
  /** Marks of a line that are not heeded: the look of what they are around is no longer theirs, or they end within others. */
  brokenMarks: Set<string>;
  /** Names of marks by the numbers of their bookmarks, which alone the end has. */
  markIds: Map<string, string>;
  /** The note whose mark a bookmark is around, for marks that repeat it. */
  noteNames: Map<string, string>;
  /** Bookmarks seen in the paragraph that is being read. */
  pendingBookmarks: string[];
  /** Bookmarks that stand between blocks, for the next paragraph. */
  nextBookmarks: string[];
  /** Notes that marks lead to: kind and number → identifier. */
  notes: Map<string, string>;
  /** The identifiers of notes that are taken. */
  noteIdentifiers: Set<string>;
}
