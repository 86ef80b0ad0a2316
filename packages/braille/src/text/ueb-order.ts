/**
 * Puts a grade 1 indicator before the capitals it stands with (UEB 5.2.1, 8.1.2): the tables of 2017 write “BLT” with the
 * capitals first. A swap of cells that come from the same letter, so the source map stays.
 */
export function gradeOneFirst(cells: string): string {
  return cells.replace(/(?<!⠠)(⠠{1,2})⠰(?=[⠁-⠵])/g, '⠰$1');
}

/** Marks of print whose cells between two letters are those of ea, bb, cc, ff and gg. */
const lowered: Readonly<Record<string, string>> = { ',': '⠂', ';': '⠆', ':': '⠒', '!': '⠖' };

/**
 * Puts a grade 1 indicator before a mark that stands between two letters without a blank, so that “year;sessions” is no
 * “yearbbsessions” (UEB 7.1.2). The tables of 2017 leave it out.
 */
export function separateMarks(
  print: string,
  translation: { cells: string; source: readonly number[] },
): { cells: string; source: readonly number[] } {
  if (!/\p{L}[,;:!]\p{L}/u.test(print)) return translation;
  let cells = '';
  const source: number[] = [];
  for (let at = 0; at < translation.cells.length; at += 1) {
    const cell = translation.cells[at]!;
    const offset = translation.source[at]!;
    const mark = lowered[print[offset]!];
    if (mark === cell && /\p{L}$/u.test(print.slice(0, offset)) && /^\p{L}/u.test(print.slice(offset + 1)) && !cells.endsWith('⠰')) {
      cells += '⠰';
      source.push(offset);
    }
    cells += cell;
    source.push(offset);
  }
  return { cells, source };
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
