import { blankCell, type BrailleText } from '../text/braille-text.js';
import { signs } from '../text/signs.js';
import type { Line } from './blocks.js';
import type { BrailleStyle } from './style.js';
import { wrapText } from './wrap.js';

/** A table in Braille, the head row first if there is one. */
export interface TableCells {
  rows: readonly (readonly BrailleText[])[];
  /** Whether the first row names the columns: a rule stands below it. */
  head: boolean;
  /** Columns whose cells stand at the right: figures. */
  right: readonly boolean[];
}

/** A table laid out in columns. */
export interface ColumnarTable {
  head: Line[];
  /** The lines of each row. */
  body: Line[][];
  /** Whether row names are followed by guide dots. */
  guideDots: boolean;
}

/**
 * Lays a table out in columns with a rule under each heading, or says that it does not fit. One column of words
 * may run over several lines when the others leave it enough room.
 */
export function columnarTable(table: TableCells, style: BrailleStyle, width: number): ColumnarTable | undefined {
  const columns = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return undefined;
  const natural = Array.from({ length: columns }, (_, column) =>
    table.rows.reduce((most, row) => Math.max(most, row[column]?.cells.length ?? 0), 2),
  );
  const widths = fit(natural, width - style.tableGap * (columns - 1), table);
  if (widths === undefined) return undefined;
  let guideDots = false;
  const lay = (row: readonly BrailleText[], head: boolean): Line[] => {
    const cells = widths.map((columnWidth, column) => {
      const text = row[column];
      if (text === undefined || text.cells === '') return head ? [] : [{ cells: '⠤⠤', print: '' }];
      return wrapText(text, columnWidth, 0, Math.min(2, columnWidth - 2));
    });
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at): Line => {
      let line = '';
      const prints: string[] = [];
      cells.forEach((lines, column) => {
        const piece = lines[at];
        const bare = piece?.cells ?? '';
        const start = widths.slice(0, column).reduce((sum, each) => sum + each + style.tableGap, 0);
        let placed = line.padEnd(start, blankCell);
        const free = widths[column]! - bare.length;
        if (bare !== '' && table.right[column]) placed += blankCell.repeat(free) + bare;
        // Dots lead to an entry: where a name runs over, its figures stand in its first line.
        else if (column === 0 && !head && bare !== '' && cells[1]?.[at] !== undefined && free >= 4 && widths[0]! > 12) {
          guideDots = true;
          placed += bare + blankCell + signs.guideDot.repeat(free - 1);
        } else placed += bare;
        line = placed;
        if (piece?.print) prints.push(piece.print);
      });
      return { cells: line.replace(/\u2800+$/, ''), print: prints.join(' | ') };
    });
  };
  const first = table.head ? table.rows[0] : undefined;
  const rest = table.head ? table.rows.slice(1) : table.rows;
  const rule = widths.map((each) => signs.underlineStart + signs.underline.repeat(each - 1)).join(blankCell.repeat(style.tableGap));
  return {
    head: first ? [...lay(first, true), { cells: rule, print: '' }] : [],
    body: rest.map((row) => lay(row, false)),
    get guideDots() {
      return guideDots;
    },
  };
}

/** Widths that fit, the widest column of words narrowed if it keeps at least 14 cells and half its width. */
function fit(natural: readonly number[], room: number, table: TableCells): number[] | undefined {
  const total = natural.reduce((sum, each) => sum + each, 0);
  if (total <= room) return [...natural];
  const widest = natural.indexOf(Math.max(...natural.filter((_, column) => !table.right[column])));
  if (widest < 0) return undefined;
  const left = room - (total - natural[widest]!);
  const longestWord = table.rows
    .flatMap((row) => (row[widest]?.cells ?? '').split(blankCell))
    .reduce((most, word) => Math.max(most, word.length), 0);
  if (left < 14 || left < longestWord + 2 || left * 3 < natural[widest]!) return undefined;
  return natural.map((each, column) => (column === widest ? left : each));
}
