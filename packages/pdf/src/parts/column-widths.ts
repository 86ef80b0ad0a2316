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
  let spare = left - [...open].reduce((sum, index) => sum + columns[index]!.least, 0);
  const wish = [...open].reduce((sum, index) => sum + columns[index]!.most - columns[index]!.least, 0);
  for (const index of open) {
    const { least: needed, most } = columns[index]!;
    widths[index] = needed + (wish > 0 ? (spare * (most - needed)) / wish : spare / open.size);
  }
  if (open.size === 0) spare = left;
  else spare = 0;
  return widths.map((width) => width + spare / columns.length + padding * 2);
}
