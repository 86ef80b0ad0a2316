import { excerpt } from '../outline/fold.js';
import { itemsOf, type ModelOutline, type Outline } from '../outline/outline.js';
import type { ModelNote } from '../model/notes.js';
import { figuresIn } from '../read/braille/cells.js';
import { BrailleWords, type BrailleEngine } from './braille-words.js';
import type { Say } from './report-difference.js';
import { alignLists } from './sequence.js';

/** Headings, tables, links, notes and languages of Braille that has a structure. */
export function compareBrailleStructure(
  model: ModelOutline,
  notes: readonly ModelNote[],
  edition: Outline,
  engine: BrailleEngine | undefined,
  say: Say,
): void {
  const reads = (cells: string, text: string): boolean =>
    engine === undefined || text === '' || new BrailleWords([cells.replaceAll(' ', '\u2800')], engine, model.lang).hasTogether(text);
  compareHeadings(model, edition, reads, say);
  compareTables(model, edition, reads, say);
  compareLinks(model, edition, say);
  compareNotes(notes, edition, say);
  const langs = itemsOf(edition, 'language').map((part) => new Intl.Locale(part.lang).language);
  for (const part of itemsOf(model, 'language'))
    if (!langs.includes(new Intl.Locale(part.lang).language))
      say('read-back-part-lang', `the words “${excerpt(part.text)}” are not marked as ${part.lang}`, part);
}

type Reads = (cells: string, text: string) => boolean;

function compareHeadings(model: ModelOutline, edition: Outline, reads: Reads, say: Say): void {
  const wanted = itemsOf(model, 'heading');
  // The title stands above all of them, and may hold the words of one.
  const found = itemsOf(edition, 'heading').filter((heading) => heading.level > 0 || wanted.some((each) => each.level === 0));
  const pairs = alignLists(wanted, found, (a, b) => reads(b.text, a.text));
  const met = new Map(pairs);
  for (const [index, heading] of wanted.entries()) {
    const other = met.get(index);
    if (other === undefined) say('read-back-heading', `the heading “${heading.text}” is missing, changed or in another place`, heading);
    else if (found[other]!.level !== heading.level)
      say('read-back-heading', `the heading “${heading.text}” has level ${found[other]!.level}, not ${heading.level}`, heading);
  }
}

function compareTables(model: ModelOutline, edition: Outline, reads: Reads, say: Say): void {
  const wanted = itemsOf(model, 'table');
  const found = itemsOf(edition, 'table');
  const digits = (text: string): string => [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([figure]) => figure.replace(/\D/g, '')).join(' ');
  const holds = (cells: string, text: string): boolean =>
    digits(text) === '' ? reads(cells, text) : figuresIn(cells, model.lang).join(' ').includes(digits(text));
  for (const [index, table] of wanted.entries()) {
    // A chart may stand as its sentence.
    const other = found.find(
      (each) => each.rows.length === table.rows.length && reads(each.rows[0]?.[0]?.text ?? '', table.rows[0]?.[0]?.text ?? ''),
    );
    const named = `the table “${table.caption ?? String(index + 1)}”`;
    const candidates = found.filter((each) =>
      table.rows.every((row, y) => row.every((cell, x) => holds(each.rows[y]?.[x]?.text ?? '', cell.text))),
    );
    if (candidates.length === 0) {
      if (other !== undefined || !table.chart) say('read-back-table', `${named} is missing or has other cells`, table);
      continue;
    }
    const sameHeaders = candidates.some((each) =>
      table.rows.every((row, y) =>
        row.every((cell, x) => cell.text === '' || (cell.header === undefined) === (each.rows[y]?.[x]?.header === undefined)),
      ),
    );
    if (!sameHeaders) say('read-back-table', `${named} has other headers`, table);
  }
}

function compareLinks(model: ModelOutline, edition: Outline, say: Say): void {
  const wanted = itemsOf(model, 'link').filter((link) => !link.href.startsWith('#'));
  const pairs = alignLists(wanted, itemsOf(edition, 'link'), (a, b) => a.href.replace(/\/$/, '') === b.href.replace(/\/$/, ''));
  const met = new Set(pairs.map(([index]) => index));
  for (const [index, link] of wanted.entries())
    if (!met.has(index)) say('read-back-link', `the link “${excerpt(link.text)}” to ${link.href} is missing, or leads elsewhere`, link);
}

function compareNotes(notes: readonly ModelNote[], edition: Outline, say: Say): void {
  const count = (kind: 'note' | 'noteMark'): number => itemsOf(edition, kind).length;
  const marks = notes.reduce((sum, note) => sum + note.marks, 0);
  if (count('noteMark') < marks) say('read-back-note', `${count('noteMark')} marks of notes stand in the text, not ${marks}`);
  if (count('note') < notes.filter((note) => note.marks > 0).length)
    say('read-back-note', `${count('note')} notes are there, not ${notes.length}`);
}
