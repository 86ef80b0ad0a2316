import type { Emphasis, Run } from '../translator.js';

/** Indicators of UEB 9.1: word, passage, terminator. */
const indicators: Readonly<Record<Emphasis, { word: string; passage: string; end: string }>> = {
  italic: { word: '⠨⠂', passage: '⠨⠶', end: '⠨⠄' },
  bold: { word: '⠘⠂', passage: '⠘⠶', end: '⠘⠄' },
  underline: { word: '⠸⠂', passage: '⠸⠶', end: '⠸⠄' },
};

/** Cells to put into a line at an offset of its print. */
export interface Indicator {
  /** Offset in the print: the cells stand before the first cell that comes from here. */
  at: number;
  cells: string;
  /** Whether it ends a stretch: then it belongs to the print before it. */
  ends: boolean;
}

/** Emphasised stretches that were given indicators, and what is left to the engine. */
export interface EmphasisMarks {
  indicators: Indicator[];
  /** The runs with the emphasis of those stretches taken off. */
  runs: Run[];
  /** Which signs there are, for the special symbols page. */
  words: Set<Emphasis>;
  passages: Set<Emphasis>;
}

/**
 * Marks emphasised words and passages as UEB 9.3 and 9.4 have it: an indicator before each of one or two words, an opening and
 * a terminator round three or more. Liblouis takes the last word of a passage for a word of its own when a mark of print
 * without emphasis follows it (“**three whole words**.”). Emphasis inside a word stays with the engine.
 */
export function markEmphasis(given: readonly Run[]): EmphasisMarks {
  const runs = given.map((run) => ({ ...run }));
  const text = runs.map((run) => run.text).join('');
  const out: EmphasisMarks = { indicators: [], runs, words: new Set(), passages: new Set() };
  let offset = 0;
  for (let first = 0; first < runs.length; first += 1) {
    const { emphasis } = runs[first]!;
    const start = offset;
    offset += runs[first]!.text.length;
    if (emphasis === undefined) continue;
    // Neighbours of the same kind with only blanks between them are one stretch.
    let last = first;
    let end = offset;
    for (let at = first + 1, to = offset; at < runs.length; at += 1) {
      to += runs[at]!.text.length;
      if (runs[at]!.emphasis === emphasis) [last, end] = [at, to];
      else if (runs[at]!.text.trim() !== '') break;
    }
    if (mark(text, start, end, emphasis, out)) for (let at = first; at <= last; at += 1) delete runs[at]!.emphasis;
    first = last;
    offset = end;
  }
  return out;
}

function mark(text: string, start: number, end: number, emphasis: Emphasis, out: EmphasisMarks): boolean {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from += 1;
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1;
  if (from === to) return true;
  const inside = /[\p{L}\p{N}\p{M}]$/u;
  if (inside.test(text.slice(0, from)) || /^[\p{L}\p{N}\p{M}]/u.test(text.slice(to, to + 2))) return false;
  const { word, passage, end: terminator } = indicators[emphasis];
  const starts = [...text.slice(from, to).matchAll(/\S+/g)].map((each) => from + each.index);
  if (starts.length > 2) {
    out.passages.add(emphasis);
    out.indicators.push({ at: from, cells: passage, ends: false }, { at: to, cells: terminator, ends: true });
    return true;
  }
  out.words.add(emphasis);
  for (const at of starts) out.indicators.push({ at, cells: word, ends: false });
  // A mark of print that closes ends the word without a terminator (9.7.3); what is joined to it otherwise does not.
  if (!/^[\p{Po}\p{Pe}\p{Pf}"']*(?:\s|$)/u.test(text.slice(to))) out.indicators.push({ at: to, cells: terminator, ends: true });
  return true;
}

/** Puts indicators into translated cells. */
export function insertIndicators(
  translation: { cells: string; source: readonly number[] },
  marks: readonly Indicator[],
): { cells: string; source: number[] } {
  if (marks.length === 0) return { cells: translation.cells, source: [...translation.source] };
  let cells = '';
  const source: number[] = [];
  let next = 0;
  for (let at = 0; at <= translation.cells.length; at += 1) {
    while (next < marks.length && (at === translation.cells.length || translation.source[at]! >= marks[next]!.at)) {
      const mark = marks[next]!;
      cells += mark.cells;
      for (let each = 0; each < mark.cells.length; each += 1) source.push(Math.max(source.at(-1) ?? 0, mark.ends ? mark.at - 1 : mark.at));
      next += 1;
    }
    if (at < translation.cells.length) {
      cells += translation.cells[at]!;
      source.push(Math.max(source.at(-1) ?? 0, translation.source[at]!));
    }
  }
  return { cells, source };
}
