import type { ContentWidths } from '../text/paragraph.js';

/** Rows by which the widths of a long table are judged, at most. */
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
  const wanted = least.map((width, column) => width + ((room - sum(least)) * (most[column]! - width)) / wish);
  // From all parts of the table: its later rows may be numbered longer.
  const every = Math.ceil(rows.length / sample);
  const judged = rows.filter((_, index) => index % every === 0);
  const columns = least.map((from, column) => stepsOf(judged, column, from));
  const chosen = chooseSteps(columns, wanted, room, judged, sizePt).map((step, column) => columns[column]![step]!.width);
  // What no column needs is shared by what they hold.
  const left = room - sum(chosen);
  const held = chosen.map((width, column) => Math.max(0, most[column]! - width));
  return chosen.map((width, column) => width + (sum(held) === 0 ? left / count : (left * held[column]!) / sum(held)) + padding * 2);
}

/** A width of a column below which one of its cells has a line more. */
interface Step {
  width: number;
  /** Lines of each row's cell at this width. */
  lines: readonly number[];
}

const mostSteps = 16;

/** All widths of a column that make a difference, from the least on. */
function stepsOf(rows: readonly (readonly ContentWidths[])[], column: number, least: number): Step[] {
  const cells = rows.map((row) => row[column]);
  const widths = new Set([least]);
  for (const cell of cells) {
    // Of a long text the numbers of lines thin out: 1, 2, 3, 4, 5, 7, 10 …
    for (let lines = linesIn(cell, least) - 1; cell && lines >= 1; lines -= Math.max(1, Math.floor(lines / 4)))
      widths.add(narrowest(cell, lines, least));
  }
  const sorted = [...widths].sort((a, b) => a - b);
  const every = Math.max(1, (sorted.length - 1) / (mostSteps - 1));
  const kept = sorted.length <= mostSteps ? sorted : Array.from({ length: mostSteps }, (_, at) => sorted[Math.round(at * every)]!);
  return kept.map((width) => ({ width, lines: cells.map((cell) => linesIn(cell, width)) }));
}

/** The least width at which a cell has no more than so many lines. */
function narrowest(cell: ContentWidths, lines: number, least: number): number {
  let [low, high] = [least, Math.max(least, cell.most)];
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (linesIn(cell, middle) <= lines) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Chooses a step for each column: from those close to the wanted widths one column after another gets more, at the cost of
 * another where room is short, for as long as that makes the table better.
 */
function chooseSteps(
  columns: readonly (readonly Step[])[],
  wanted: readonly number[],
  room: number,
  rows: readonly (readonly ContentWidths[])[],
  sizePt: number,
): number[] {
  const isShort = columns.map((_, column) => rows.map((row) => (row[column]?.most ?? 0) < sizePt * 7));
  const cost = (steps: readonly number[]): number => {
    let all = 0;
    for (let row = 0; row < rows.length; row += 1) {
      let tall = 1;
      for (let column = 0; column < columns.length; column += 1) {
        const own = columns[column]![steps[column]!]!.lines[row]!;
        if (own > tall) tall = own;
        if (own > 1) all += isShort[column]![row] ? 0.5 : 0.01;
      }
      // More than in step with its lines: one tall row is worse than two low ones.
      all += tall ** 1.5;
    }
    return all;
  };
  const widthOf = (steps: readonly number[]): number => steps.reduce((all, step, column) => all + columns[column]![step]!.width, 0);
  let best = columns.map((steps, column) =>
    Math.max(
      0,
      steps.findLastIndex((step) => step.width <= wanted[column]! + 0.01),
    ),
  );
  let least = cost(best);
  for (let rounds = 0; rounds < 40; rounds += 1) {
    let better: number[] | undefined;
    const look = (steps: number[]): void => {
      const own = cost(steps);
      if (own >= least - 1e-9) return;
      least = own;
      better = steps;
    };
    for (let column = 0; column < columns.length; column += 1) {
      for (let step = best[column]! + 1; step < columns[column]!.length; step += 1) {
        const more = best.with(column, step);
        const lack = widthOf(more) - room;
        if (lack <= 0.01) {
          look(more);
          continue;
        }
        for (let giver = 0; giver < columns.length; giver += 1) {
          if (giver === column) continue;
          const steps = columns[giver]!;
          const less = steps.findLastIndex((each) => each.width <= steps[best[giver]!]!.width - lack + 0.01);
          if (less >= 0) look(more.with(giver, less));
        }
      }
    }
    if (better === undefined) break;
    best = better;
  }
  return best;
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
