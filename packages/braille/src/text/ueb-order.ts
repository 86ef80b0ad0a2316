/**
 * Puts a grade 1 indicator before the capitals it stands with (UEB 5.2.1, 8.1.2): the tables of 2017 write “BLT” with the
 * capitals first. A swap of cells that come from the same letter, so the source map stays.
 */
export function gradeOneFirst(cells: string): string {
  return cells.replace(/(?<!⠠)(⠠{1,2})⠰(?=[⠁-⠵])/g, '⠰$1');
}

/** Marks of print whose cells between two letters are those of ea, bb, cc, ff and gg. */
const lowered: Readonly<Record<string, string>> = { ',': '⠂', ';': '⠆', ':': '⠒', '!': '⠖' };

/** The same whose cells at the beginning of a word are those of dis, con and be. */
const leading: Readonly<Record<string, string>> = { '.': '⠲', ':': '⠒', ';': '⠆' };
const wordBegins = /(?:^|[\s([{“‘"'‐‑–—-])$/;

/**
 * Puts a grade 1 indicator before a mark that would be read as a contraction (UEB 7.1.2): between two letters without a blank, so that
 * “year;sessions” is no “yearbbsessions”, and before a word, so that “.com” is no “discom”. The tables of 2017 leave it out.
 */
export function separateMarks(
  print: string,
  translation: { cells: string; source: readonly number[] },
): { cells: string; source: readonly number[] } {
  if (!/[,;:!.]\p{L}/u.test(print)) return translation;
  let cells = '';
  const source: number[] = [];
  for (let at = 0; at < translation.cells.length; at += 1) {
    const cell = translation.cells[at]!;
    const offset = translation.source[at]!;
    if (!cells.endsWith('⠰') && isMisread(print, offset, cell)) {
      cells += '⠰';
      source.push(offset);
    }
    cells += cell;
    source.push(offset);
  }
  return { cells, source };
}

function isMisread(print: string, offset: number, cell: string): boolean {
  const mark = print[offset]!;
  const before = print.slice(0, offset);
  return (
    /^\p{L}/u.test(print.slice(offset + 1, offset + 3)) &&
    ((lowered[mark] === cell && /\p{L}$/u.test(before)) || (leading[mark] === cell && wordBegins.test(before)))
  );
}

/**
 * Puts a grade 1 indicator before a letter a to j that follows a figure, which would be read as a digit (UEB 6.5.2). The tables do so
 * for small letters; within capitals they leave it out, so that “C6H12” reads as 68.
 */
export function separateLetters(
  print: string,
  translation: { cells: string; source: readonly number[] },
): { cells: string; source: readonly number[] } {
  if (!/[\d\p{No}]\p{L}/u.test(print)) return translation;
  let cells = '';
  const source: number[] = [];
  let numeric = false;
  for (let at = 0; at < translation.cells.length; at += 1) {
    const cell = translation.cells[at]!;
    const offset = translation.source[at]!;
    const isDigit = /[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]/.test(cell);
    if (numeric && isDigit && /\p{L}/u.test(print[offset]!)) {
      cells += '⠰';
      source.push(offset);
      numeric = false;
    } else numeric = cell === '⠼' || (numeric && isDigit);
    cells += cell;
    source.push(offset);
  }
  return { cells, source };
}
