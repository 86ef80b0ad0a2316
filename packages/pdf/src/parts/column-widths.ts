import type { ContentWidths } from '../text/paragraph.js';

/** Rows by which the widths of a long table are judged. */
const sample = 60;

/**
 * Shares the width of a table among its columns: each gets what its widest word needs, and beyond that widths with which
 * rows are low, and no row much taller than the others.
 *
 * @param rows - what each cell holds
 * @param total - of the table
 * @param padding - left and right of each column
 * @param sizePt - of the type: a few words of it rather stay in one line
 * @returns the width of each column with its padding, or nothing where the words do not fit
 */
export function columnWidths(
  rows: readonly (readonly ContentWidths[])[],
  total: number,
  padding: number,
  sizePt: number,
): number[] | undefined {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const most = Array.from({ length: count }, (_, column) => Math.max(0, ...rows.map((row) => row[column]?.most ?? 0)));
  const least = Array.from({ length: count }, (_, column) => Math.max(0, ...rows.map((row) => row[column]?.least ?? 0)));
  const room = total - count * padding * 2;
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  if (sum(least) > room + 0.01) return undefined;
  const spare = room - sum(most);
  // What is left over goes to the columns by what they hold; a column of figures stays close to its text.
  if (spare >= 0) return most.map((width) => width + (sum(most) === 0 ? spare / count : (spare * width) / sum(most)) + padding * 2);
  const wish = sum(most) - sum(least);
  const widths = least.map((width, column) => width + ((room - sum(least)) * (most[column]! - width)) / wish);
  level(widths, least, rows.slice(0, sample), sizePt);
  return widths.map((width) => width + padding * 2);
}

/** Moves width from column to column for as long as that makes the table better. */
function level(widths: number[], least: readonly number[], rows: readonly (readonly ContentWidths[])[], sizePt: number): void {
  const linesOf = (column: number, width: number): number[] => rows.map((row) => linesIn(row[column], width));
  const short = widths.map((_, column) => rows.map((row) => (row[column]?.most ?? 0) < sizePt * 7));
  const lines = widths.map((width, column) => linesOf(column, width));
  const cost = (): number =>
    rows.reduce((all, _, row) => {
      let tall = 1;
      let broken = 0;
      for (let column = 0; column < widths.length; column += 1) {
        const own = lines[column]![row]!;
        if (own > tall) tall = own;
        if (own > 1) broken += short[column]![row] ? 0.5 : 0.01;
      }
      // More than in step with its lines: one tall row is worse than two low ones.
      return all + tall ** 1.5 + broken;
    }, 0);
  let best = cost();
  for (let step = sizePt * 6; step > sizePt / 4; step /= 2) {
    for (let moved = true, rounds = 0; moved && rounds < 20; rounds += 1) {
      moved = false;
      for (let from = 0; from < widths.length; from += 1) {
        for (let to = 0; to < widths.length; to += 1) {
          if (from === to || widths[from]! - step < least[from]!) continue;
          const before = [widths[from]!, widths[to]!, lines[from]!, lines[to]!] as const;
          widths[from]! -= step;
          widths[to]! += step;
          lines[from] = linesOf(from, widths[from]!);
          lines[to] = linesOf(to, widths[to]!);
          const now = cost();
          if (now < best - 1e-9) {
            best = now;
            moved = true;
          } else [widths[from], widths[to], lines[from], lines[to]] = before;
        }
      }
    }
  }
}

/** Lines that a cell has at a width, when each takes as many words as it can. */
function linesIn(cell: ContentWidths | undefined, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of cell?.words ?? []) {
    if (used > 0 && used + word.width - word.space > width + 0.01) {
      lines += 1;
      used = 0;
    }
    used += word.width;
  }
  return lines;
}
