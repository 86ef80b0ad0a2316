/** What a column holds: its widest word and its widest line, in points. */
export interface ColumnMeasure {
  least: number;
  most: number;
}

/**
 * Shares the width of a table among its columns: each gets what its widest word needs, and more the more text it has.
 *
 * @param padding - left and right of each column
 * @returns the width of each column with its padding, or nothing where the words do not fit
 */
export function columnWidths(columns: readonly ColumnMeasure[], total: number, padding: number): number[] | undefined {
  const room = total - columns.length * padding * 2;
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const most = columns.reduce((sum, column) => sum + column.most, 0);
  if (least > room + 0.01) return undefined;
  if (most <= room) {
    const extra = room - most;
    // What is left over goes to the columns by what they hold; a column of figures stays close to its text.
    return columns.map((column) => column.most + (most === 0 ? extra / columns.length : (extra * column.most) / most) + padding * 2);
  }
  // Long columns share what is left by the square root of their text: two lines in one beat five in another.
  const wish = columns.map((column) => Math.sqrt(Math.max(0, column.most - column.least) * (column.most + 1)));
  const widths = columns.map((column) => column.least);
  let left = room - least;
  const open = new Set(columns.keys());
  while (left > 0.01 && open.size > 0) {
    const sum = [...open].reduce((total, index) => total + wish[index]!, 0);
    if (sum <= 0) break;
    let used = 0;
    for (const index of [...open]) {
      const share = (left * wish[index]!) / sum;
      const most = columns[index]!.most - widths[index]!;
      const given = Math.min(share, most);
      widths[index] = widths[index]! + given;
      used += given;
      if (given >= most - 0.001) open.delete(index);
    }
    if (used < 0.001) break;
    left -= used;
  }
  const spare = Math.max(0, left) / columns.length;
  return widths.map((width) => width + spare + padding * 2);
}
