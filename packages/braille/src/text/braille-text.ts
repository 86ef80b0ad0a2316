/** A blank cell. */
export const blankCell = '\u2800';

/** Braille with the print it came from: what the formatter lays out and the preview shows side by side. */
export interface BrailleText {
  /** Unicode Braille, blanks as U+2800. */
  cells: string;
  /** For each cell the offset in `print` that it came from; never falls. */
  source: number[];
  print: string;
}

/** Cells that stand for a print text as a whole. */
export function wholeText(cells: string, print: string): BrailleText {
  return { cells, source: Array.from(cells, () => 0), print };
}

export const emptyText: BrailleText = { cells: '', source: [], print: '' };

/** Joins texts end to end. */
export function joinTexts(parts: readonly BrailleText[]): BrailleText {
  if (parts.length === 1) return parts[0]!;
  let cells = '';
  let print = '';
  const source: number[] = [];
  for (const part of parts) {
    for (const offset of part.source) source.push(offset + print.length);
    cells += part.cells;
    print += part.print;
  }
  return { cells, source, print };
}

/** The text without blanks at its ends. */
export function trimText(text: BrailleText): BrailleText {
  let from = 0;
  let to = text.cells.length;
  while (from < to && text.cells[from] === blankCell) from += 1;
  while (to > from && text.cells[to - 1] === blankCell) to -= 1;
  if (from === 0 && to === text.cells.length) return text;
  return { cells: text.cells.slice(from, to), source: text.source.slice(from, to), print: text.print };
}

/** The cells of the digits 0 to 9, and the sign before a number. */
const notations = {
  letters: { sign: '⠼', digits: [...'⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊'] },
  antoine: { sign: '⠠', digits: [...'⠼⠡⠣⠩⠹⠱⠫⠻⠳⠪'] },
} as const;

/**
 * How a code writes figures: a numeric sign and the letters a to j, or the digits that Antoine devised. French has the latter, in the
 * numbers of pages too, as the Braille edition of its code shows (Code braille français uniformisé, 2008, 1.2).
 */
export type Digits = keyof typeof notations;

/** A whole number that is not negative, as the code writes it. */
export function numberCells(value: number, digits: Digits = 'letters'): string {
  const notation = notations[digits];
  return `${notation.sign}${[...String(value)].map((digit) => notation.digits[Number(digit)]).join('')}`;
}
