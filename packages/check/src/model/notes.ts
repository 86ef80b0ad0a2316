import { childrenOf, walk, type PreparedReport, type ReportNode } from '@everyread/core';
import { linePieces, isLine } from './pieces.js';

/** One note of the model: its words, block by block. */
export interface ModelNote {
  readonly number: string;
  readonly pieces: readonly string[];
  /** How often the text marks it. */
  readonly marks: number;
}

/** The notes of a prepared report. */
export function notesOf(report: PreparedReport): ModelNote[] {
  return report.notes.map((note) => {
    const pieces: string[] = [];
    walk(note.definition.children as ReportNode[], (node) => {
      if (isLine(childrenOf(node)) && (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading'))
        pieces.push(...linePieces(childrenOf(node)));
    });
    return { number: String(note.number), pieces, marks: note.referenceIds.length };
  });
}
