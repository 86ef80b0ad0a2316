import type { Note } from '@everyread/core';
import { type flow, handle, paragraph, settle } from './flow.js';
import { wordRun } from './runs.js';
import type { Scope } from './scope.js';
import { fill } from '@everyread/core';
import type { Paragraph } from 'docx';
import type { BodyParagraph } from './plain/plain-pieces.js';

/** The bookmark on the first mark of a note, which later marks repeat. */
export const noteBookmark = (number: number): string => `note-mark:${number}`;

/** The notes whose marks were printed, as Word takes them. */
export function noteContents(scope: Scope): Record<string, { children: Paragraph[] }> {
  const { job } = scope;
  return Object.fromEntries(
    job.report.notes
      .filter((note) => job.markedNotes.has(note.number))
      .map((note) => [
        String(note.number),
        { children: settle(handle(note.definition, { ...scope, place: 'block' }) as ReturnType<typeof flow>, scope) as Paragraph[] },
      ]),
  );
}

/** The notes that no mark in the text leads to: they stand at the end, so that nothing is lost. */
export function leftOverNotes(scope: Scope): BodyParagraph[] {
  const { job } = scope;
  return job.report.notes
    .filter((note: Note) => !job.markedNotes.has(note.number))
    .flatMap((note) => {
      const label = wordRun(fill(job.words.note, { n: note.number }), { ...scope, run: { inBold: true } });
      return [
        ...paragraph({ ...scope, frame: { left: 0 } }, [label], { style: 'RecordTitle' }),
        ...(job.marks.leftOver(note.definition.identifier, handle(note.definition, { ...scope, place: 'block' })) as BodyParagraph[]),
      ];
    });
}
