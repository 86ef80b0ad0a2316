import { fill, type NodeOf } from '@everyread/core';
import { FootnoteReferenceRun, EndnoteReferenceRun, InternalHyperlink } from 'docx';
import { field } from '../fields.js';
import { around } from '../flow.js';
import { noteBookmark } from '../notes.js';
import { textRun, wordRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/**
 * The mark of a note. The first is the note's real mark, from which Word goes there and back; later ones repeat its
 * number (NOTEREF), since a note in Word has one mark. Large print sets it at full size in brackets (bar 12).
 */
export function footnoteReference(node: NodeOf<'footnoteReference'>, scope: Scope): Out {
  const { job } = scope;
  const { number } = node;
  if (number === undefined || !job.report.notes.some((note) => note.number === number)) return [];
  const plain: Scope = { ...scope, run: {} };
  if (scope.inNote) return [wordRun(` (${fill(job.words.noteMark, { n: number })})`, plain)];
  const name = job.names.of(noteBookmark(number));
  const brackets = job.design.large;
  const wrap = (inside: Out): Out => (brackets ? [textRun('\u00a0[', plain), ...inside, textRun(']', plain)] : inside);
  if (job.markedNotes.has(number)) {
    return wrap([
      new InternalHyperlink({
        anchor: name,
        children: field(`NOTEREF ${name} \\h`, String(number), { style: 'Hyperlink', superscript: !brackets }),
      }),
    ]);
  }
  job.markedNotes.add(number);
  const Mark = job.report.edition.notes === 'page' ? FootnoteReferenceRun : EndnoteReferenceRun;
  return wrap(around(name, [new Mark(number)]));
}
