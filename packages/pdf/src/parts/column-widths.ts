/** What a column holds: its widest word and its widest line, in points. */
export interface ColumnMeasure {
  least: number;
  most: number;
}

/**
 * Shares the width of a table among its columns: each gets what its widest word needs, and more the more text it has.
 *
 * @param rows - the widest line of each cell
 * @param padding - left and right of each column
 * @returns the width of each column with its padding, or nothing where the words do not fit
 */
export function columnWidths(
  columns: readonly ColumnMeasure[],
  rows: readonly (readonly number[])[],
  total: number,
  padding: number,
): number[] | undefined {
  const room = total - columns.length * padding * 2;
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const most = columns.reduce((sum, column) => sum + column.most, 0);
  if (least > room + 0.01) return undefined;
  if (most <= room) {
    const extra = room - most;
    // What is left over goes to the columns by what they hold; a column of figures stays close to its text.
    return columns.map((column) => column.most + (most === 0 ? extra / columns.length : (extra * column.most) / most) + padding * 2);
  }
  // Columns that need less than their share get all they need; the others divide the rest by what they hold.
  const widths = columns.map((column) => column.least);
  const open = new Set(columns.keys());
  let left = room;
  for (let changed = true; changed;) {
    changed = false;
    for (const index of open) {
      const { most } = columns[index]!;
      if (most > left / open.size) continue;
      const reserve = [...open].reduce((sum, other) => (other === index ? sum : sum + columns[other]!.least), 0);
      if (most > left - reserve) continue;
      widths[index] = most;
      left -= most;
      open.delete(index);
      changed = true;
    }
  }
  const spare = left - [...open].reduce((sum, index) => sum + columns[index]!.least, 0);
  const wish = [...open].reduce((sum, index) => sum + columns[index]!.most - columns[index]!.least, 0);
  for (const index of open) {
    const { least: needed, most: wanted } = columns[index]!;
    widths[index] = needed + (wish > 0 ? (spare * (wanted - needed)) / wish : spare / open.size);
  }
  levelRows(widths, columns, rows);
  const over = open.size === 0 ? left / columns.length : 0;
  return widths.map((width) => width + over + padding * 2);
}

/** Moves width from column to column while that makes the rows fewer lines tall, as far as that can be told from lengths. */
function levelRows(widths: number[], columns: readonly ColumnMeasure[], rows: readonly (readonly number[])[]): void {
  if (columns.length > 12) return;
  const sample = rows.slice(0, 60);
  const tall = (): number => {
    let lines = 0;
    for (const row of sample) {
      let most = 1;
      row.forEach((cell, column) => {
        // Ragged lines fill about nine tenths of a column.
        const count = cell <= widths[column]! + 0.01 ? 1 : Math.ceil(cell / (widths[column]! * 0.9));
        if (count > most) most = count;
      });
      lines += most;
    }
    return lines;
  };
  let best = tall();
  for (const step of [48, 24, 12, 6]) {
    for (let moved = true; moved;) {
      moved = false;
      for (let from = 0; from < widths.length; from += 1) {
        for (let to = 0; to < widths.length; to += 1) {
          if (from === to || widths[from]! - step < columns[from]!.least) continue;
          widths[from]! -= step;
          widths[to]! += step;
          const now = tall();
          if (now < best) {
            best = now;
            moved = true;
          } else {
            widths[from]! += step;
            widths[to]! -= step;
          }
        }
      }
    }
  }
}
